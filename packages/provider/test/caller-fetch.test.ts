// What a fetch of the caller is given, so that it can read it and hand it on.
import { runInNewContext } from 'node:vm';
import { createLocalBedrock } from '@bedrock-kit/local';
import { describe, expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { json } from './far-side.ts';

const keys = { accessKeyId: 'AKIDCODE', secretAccessKey: 'secret-of-the-code' };

describe('a fetch of the caller', () => {
  const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

  /** A provider whose fetch keeps the bodies that it is given. */
  function keepingBodies() {
    const given: unknown[] = [];
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: (_, options) => {
        given.push(options?.body);
        return Promise.resolve(json({}));
      },
    });
    return { bedrock, given };
  }

  test('gets JSON as text, as from every provider of the AI SDK, and what it hands on has a valid signature', async () => {
    const local = createLocalBedrock();
    const bodies: unknown[] = [];
    const bedrock = createAmazonBedrock({
      ...local.credentials,
      region: local.region,
      fetch: (url, options) => {
        // As in https://ai-sdk.dev/cookbook/node/intercept-fetch-requests
        bodies.push(JSON.parse(options?.body as string));
        return local.fetch(url, options);
      },
    });
    const content = [{ type: 'text' as const, text: 'Grüße 👋\ufeff' }];
    const { finishReason } = await bedrock(modelId).doGenerate({ prompt: [{ role: 'user', content }] });
    expect(finishReason.unified).toBe('stop');
    expect(bodies).toMatchObject([{ messages: [{ role: 'user', content: [{ text: 'Grüße 👋\ufeff' }] }] }]);
  });

  test('gets JSON as text also where its bytes are of another realm, as those of a TextEncoder in Jest', async () => {
    const { bedrock, given } = keepingBodies();
    const body = runInNewContext('Uint8Array.of(123, 125)') as Uint8Array;
    await bedrock.runtime.invokeModel({ modelId, contentType: 'application/json', body });
    expect(given).toEqual(['{}']);
  });

  test.each([
    ['with a mark in front, which belongs to what is signed', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
    ['that are no UTF-8', [0x22, 0xe9, 0x22]],
  ])('can hand on what was signed of bytes that are said to be JSON %s', async (_, bytes) => {
    const sent: ArrayBuffer[] = [];
    const bedrock = createAmazonBedrock({
      ...keys,
      region: 'us-east-1',
      fetch: async (url, options) => {
        sent.push(await new Request(url, options).arrayBuffer());
        return json({});
      },
    });
    const body = Uint8Array.from(bytes);
    await bedrock.runtime.invokeModel({ modelId, contentType: 'application/json', body });
    expect(sent.map((buffer) => new Uint8Array(buffer))).toEqual([body]);
  });

  test('gets bytes that are no JSON as they are', async () => {
    const { bedrock, given } = keepingBodies();
    const body = Uint8Array.of(0xff, 0xfe, 0);
    await bedrock.runtime.invokeModel({ modelId, body });
    expect(given).toEqual([body]);
  });
});
