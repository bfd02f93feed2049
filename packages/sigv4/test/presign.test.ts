import { expect, it } from 'vitest';
import { createSigner } from '../src/index.ts';
import { apiKeyUrl, credentials, sessionToken, signingDate } from './vectors/bedrock.ts';

it('the URL of a short-term Bedrock API key comes out as AWS writes it', () => {
  const signer = createSigner({
    service: 'bedrock',
    region: 'us-east-1',
    credentials: { ...credentials, sessionToken },
    signingDate,
    expiresIn: 43_200,
  });
  const { url } = signer.presignSync({
    method: 'POST',
    url: 'https://bedrock.amazonaws.com/?Action=CallWithBearerToken',
  });
  expect(url).toBe(apiKeyUrl);
});
