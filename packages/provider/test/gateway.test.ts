// A gateway that takes its own path and header off and hands the rest to Bedrock as it came, signature included.
import { createLocalBedrock } from '@bedrock-kit/local';
import { streamText } from 'ai';
import { expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';

const prefix = 'https://gateway.example/v1/account/gateway/aws-bedrock/bedrock-runtime/us-east-1';
const upstream = 'bedrock-runtime.us-east-1.amazonaws.com';

function gateway(bedrock: ReturnType<typeof createLocalBedrock>): typeof fetch {
  return (input, init) => {
    const { url } = new Request(input);
    const headers = new Headers(init?.headers);
    expect(headers.get('cf-aig-authorization')).toBe('Bearer token');
    headers.delete('cf-aig-authorization');
    expect(url).toContain(`${prefix}/model/`);
    return bedrock.fetch(url.replace(prefix, `https://${upstream}`), { ...init, headers });
  };
}

test.each([
  ['signs for the host behind a gateway, without its path', { signingHost: upstream }, [200]],
  ['is refused where the signature names the gateway', {}, [403]],
])('%s', async (_title, settings, statuses) => {
  const bedrock = createLocalBedrock();
  const { accessKeyId, secretAccessKey } = bedrock.credentials;
  const provider = createAmazonBedrock({
    region: 'us-east-1',
    accessKeyId,
    secretAccessKey,
    baseURL: prefix,
    fetch: gateway(bedrock),
    headers: { 'cf-aig-authorization': 'Bearer token' },
    ...settings,
  });
  const { text } = streamText({
    model: provider('amazon.nova-lite-v1:0'),
    prompt: 'Count to three.',
    onError: () => undefined,
  });
  await text.then(undefined, () => undefined);

  expect(bedrock.requests.map(({ status }) => status)).toEqual(statuses);
});
