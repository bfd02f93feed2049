// Whatever is changed after signing, the local Bedrock refuses as AWS does, and the provider shows its message.
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { createSigner } from '@bedrock-kit/sigv4';
import { APICallError, generateText } from 'ai';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const local = createLocalBedrock();
const { accessKeyId, secretAccessKey } = local.credentials;

// At noon: behind midnight, ten minutes ago is another day than that of the credential's scope, which is refused in other words.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date().setUTCHours(12, 0, 0, 0) });
});
afterAll(() => {
  vi.useRealTimers();
});

type Change = (request: { url: URL; headers: Headers; body: string }) => void | Promise<void>;

/** Sends through the provider, with the request changed between the signature and the server. */
async function send(change: Change, region = local.region): Promise<unknown> {
  const bedrock = createAmazonBedrock({
    region,
    accessKeyId,
    secretAccessKey,
    fetch: async (input, init) => {
      const original = new Request(input, init);
      const request = {
        url: new URL(original.url),
        headers: new Headers(original.headers),
        body: await original.text(),
      };
      await change(request);
      return local.fetch(request.url, {
        method: original.method,
        headers: request.headers,
        body: request.body,
      });
    },
  });
  return generateText({ model: bedrock(modelId), prompt: 'Count to five.', maxRetries: 0 }).then(
    ({ text }) => text,
    (error: unknown) => error,
  );
}

test('an untouched request is answered', async () => {
  expect(await send(() => undefined)).toContain('5');
});

describe('a request that was tampered with is refused with 403 and the provider says why', () => {
  const refusals: readonly (readonly [what: string, change: Change, type: string, message: RegExp])[] = [
    [
      'body',
      (request) => {
        request.body = request.body.replace('five', 'nine');
      },
      'InvalidSignatureException',
      /The request signature we calculated does not match the signature you provided/,
    ],
    [
      'path',
      (request) => {
        request.url.pathname = request.url.pathname.replace('haiku-4-5-20251001', 'sonnet-4-5-20250929');
      },
      'InvalidSignatureException',
      /The request signature we calculated does not match the signature you provided/,
    ],
    [
      'date',
      (request) => {
        const tenMinutesAgo = new Date(Date.now() - 600_000).toISOString().replace(/[:-]|\.\d{3}/g, '');
        request.headers.set('x-amz-date', tenMinutesAgo);
      },
      'InvalidSignatureException',
      /Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z/,
    ],
    [
      'service',
      async (request) => {
        await resign(request, 's3', local.region);
      },
      'InvalidSignatureException',
      /Credential should be scoped to correct service: 'bedrock'/,
    ],
    [
      'region',
      async (request) => {
        await resign(request, 'bedrock', 'eu-west-1');
      },
      'InvalidSignatureException',
      /Credential should be scoped to a valid region/,
    ],
  ];

  test.each(refusals)('%s', async (_, change, type, message) => {
    const error = await send(change);
    expect(APICallError.isInstance(error)).toBe(true);
    const { statusCode, responseHeaders, message: shown, isRetryable } = error as APICallError;
    // The header carries a tail, as AWS's does: only what stands before the colon names the error.
    const named = responseHeaders?.['x-amzn-errortype']?.split(':', 1)[0];
    expect({ statusCode, type: named, isRetryable }).toEqual({
      statusCode: 403,
      type,
      isRetryable: false,
    });
    expect(shown).toMatch(message);
  });
});

/** Signs again, rightly, for another service or region, as a client with the wrong settings would. */
async function resign(
  request: { url: URL; headers: Headers; body: string },
  service: string,
  region: string,
) {
  const signer = createSigner({ service, region, credentials: { accessKeyId, secretAccessKey } });
  const headers = { 'content-type': 'application/json' };
  const signed = await signer.sign({ method: 'POST', url: request.url, headers, body: request.body });
  request.headers = new Headers(signed.headers);
}
