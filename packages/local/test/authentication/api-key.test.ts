import { type AwsCredentials, createSigner } from '@bedrock-kit/sigv4';
import { describe, expect, it } from 'vitest';
import { createLocalBedrock, defaultCredentials, type LocalBedrockOptions } from '../../src/index.ts';
import { modelId } from '../aws-clients.ts';

const now = new Date('2026-01-15T12:00:00Z');
const endpoint = `http://bedrock.test/model/${encodeURIComponent(modelId)}/converse`;
const body = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'echo hi' }] }] });

async function call(key: string, clock = now, options: LocalBedrockOptions = {}) {
  const local = createLocalBedrock({ clock: () => clock, ...options });
  const response = await local.fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body,
  });
  const answer = (await response.json()) as { Message?: string };
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype')?.split(':')[0],
    message: answer.Message,
  };
}

async function shortTermKey(
  region = 'us-east-1',
  expiresIn = 43_200,
  credentials: AwsCredentials = defaultCredentials,
): Promise<string> {
  const signer = createSigner({ service: 'bedrock', region, credentials });
  const { url } = await signer.presign(
    { method: 'POST', url: 'https://bedrock.amazonaws.com/?Action=CallWithBearerToken' },
    { signingDate: now, expiresIn },
  );
  return `bedrock-api-key-${btoa(`${url.replace('https://', '')}&Version=1`)}`;
}

const invalid = {
  status: 403,
  type: 'AccessDeniedException',
  message: 'Authentication failed: Please make sure your API Key is valid.',
};

const expired = { status: 403, type: 'AccessDeniedException', message: 'Bearer Token has expired' };

describe('an API key', () => {
  it('of the long term is let in', async () => {
    expect((await call(defaultCredentials.apiKey)).status).toBe(200);
  });

  it('that is not known is refused', async () => {
    expect(await call('ABSK-other')).toEqual(invalid);
  });

  // https://github.com/farion1231/cc-switch/issues/1679, https://github.com/NousResearch/hermes-agent/issues/33797
  it('that does not look like one is told so, unless the options name it', async () => {
    const foreign = { ...invalid, message: 'Invalid API Key format: Must start with pre-defined prefix' };
    const { url } = await createSigner({
      service: 'bedrock',
      region: 'us-east-1',
      credentials: defaultCredentials,
    }).presign({ method: 'POST', url: 'https://bedrock.amazonaws.com/?Action=CallWithBearerToken' });
    const named = ['ABSK-other', await shortTermKey()].map((key) => `AWS_BEARER_TOKEN_BEDROCK=${key}`);
    for (const key of ['sk-1', ...named, url]) expect(await call(key)).toEqual(foreign);
    const local = createLocalBedrock({ apiKeys: ['sk-1'] });
    const init = { method: 'POST', headers: { authorization: 'Bearer sk-1' }, body };
    expect((await local.fetch(endpoint, init)).status).toBe(200);
  });

  it('of the short term is let in for as long as it says', async () => {
    const key = await shortTermKey();
    expect((await call(key)).status).toBe(200);
    expect((await call(key, new Date('2026-01-15T23:59:59Z'))).status).toBe(200);
    expect(await call(key, new Date('2026-01-16T00:00:01Z'))).toEqual(expired);
  });

  it('of the short term ends with the credentials that made it', async () => {
    const key = await shortTermKey();
    const ending = { credentials: { ...defaultCredentials, expiration: new Date('2026-01-15T13:00:00Z') } };
    expect((await call(key, new Date('2026-01-15T12:59:59Z'), ending)).status).toBe(200);
    expect(await call(key, new Date('2026-01-15T13:00:00Z'), ending)).toEqual(expired);
  });

  it('of the short term is good in its own Region alone, for twelve hours, and only as it was signed', async () => {
    expect(await call(await shortTermKey('us-west-2'))).toEqual(invalid);
    expect(await call(await shortTermKey('us-east-1', 43_201))).toEqual(invalid);
    const signed = atob((await shortTermKey()).slice('bedrock-api-key-'.length));
    const changed = signed.replace('X-Amz-Expires=43200', 'X-Amz-Expires=43199');
    expect(changed).not.toBe(signed);
    expect(await call(`bedrock-api-key-${btoa(changed)}`)).toEqual(invalid);
    expect(await call(`bedrock-api-key-${btoa(`https://${signed}`)}`)).toEqual(invalid);
    expect(await call('bedrock-api-key-!!!')).toEqual(invalid);
  });

  it.each(['/rerank', '/model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream'])(
    'is refused for %s, which takes signatures alone, whatever its term',
    async (path) => {
      for (const key of [defaultCredentials.apiKey, await shortTermKey()]) {
        const response = await createLocalBedrock({ clock: () => now }).fetch(`http://bedrock.test${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}` },
          body: '{}',
        });
        expect([response.status, response.headers.get('x-amzn-errortype')?.split(':')[0]]).toEqual([
          403,
          'AccessDeniedException',
        ]);
        expect(await response.json()).toEqual({ Message: 'This operation does not support API Keys' });
      }
    },
  );

  it('made with a session token that belongs to no known keys is refused, and the hint says so', async () => {
    const credentials = { ...defaultCredentials, sessionToken: 'other' };
    const key = await shortTermKey('us-east-1', 60, credentials);
    const response = await createLocalBedrock({ clock: () => now }).fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body,
    });
    expect([response.status, response.headers.get('x-bedrock-local-hint')]).toEqual([
      403,
      'This server does not know the access key ID, or the session token that came with it: use bedrock.credentials, which bedrock-local prints, or name yours in the option credentials.',
    ]);
  });
});
