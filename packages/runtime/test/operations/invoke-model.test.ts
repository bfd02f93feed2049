// What InvokeModel sends for a body, and what it makes of the answer.
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { invokeModelBytes } from '../../src/index.ts';
import { json } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';

const bytesOfAnotherRealm = runInNewContext('Uint8Array.from([98, 121, 116, 101, 115])') as Uint8Array;

describe('invokeModel', () => {
  test('gives the bytes of the model and what the headers say', async () => {
    const { runtime } = setUp(
      new Response('{"a":1}', {
        headers: {
          'content-type': 'application/json',
          'x-amzn-requestid': 'r',
          'x-amzn-bedrock-performanceconfig-latency': 'optimized',
          'x-amzn-bedrock-service-tier': 'flex',
        },
      }),
    );
    const { body, requestId } = await runtime.invokeModel({ modelId: 'm', body: { prompt: 'x' } });
    expect(requestId).toBe('r');
    expect(body).toEqual({
      body: new TextEncoder().encode('{"a":1}'),
      contentType: 'application/json',
      performanceConfigLatency: 'optimized',
      serviceTier: 'flex',
    });
  });

  test.each([
    [{ a: 'é' }, '{"a":"é"}', 'application/json'],
    [{ base64: 1 }, '{"base64":1}', 'application/json'],
    ['{"a":1}', '{"a":1}', 'application/octet-stream'],
    [new TextEncoder().encode('bytes'), 'bytes', 'application/octet-stream'],
    [{ base64: 'Ynl0ZXM=' }, 'bytes', 'application/octet-stream'],
    [bytesOfAnotherRealm, 'bytes', 'application/octet-stream'],
  ])('sends %j as %s, %s', async (body, text, type) => {
    const { runtime, calls } = setUp(json({}));
    await runtime.invokeModel({ modelId: 'm', body });
    const { body: sent, headers } = calls[0]?.init ?? {};
    expect(new TextDecoder().decode(sent as Uint8Array<ArrayBuffer>)).toBe(text);
    expect(headers).toMatchObject({ 'content-type': type });
  });

  test('takes a body that an interface describes', async () => {
    interface Prompt {
      readonly prompt: string;
      readonly stop?: readonly string[];
    }
    const body: Prompt = { prompt: 'x' };
    const { runtime, calls } = setUp(json({}));
    await runtime.invokeModel({ modelId: 'm', body });
    expect(new TextDecoder().decode(calls[0]?.init.body as Uint8Array<ArrayBuffer>)).toBe('{"prompt":"x"}');
  });

  test('takes a body that is null for none', async () => {
    const { runtime, calls } = setUp(json({}));
    await runtime.invokeModel({ modelId: 'm', body: null });
    expect(calls[0]?.init).toMatchObject({ body: null });
  });

  test.each([
    new ArrayBuffer(3),
    new DataView(new ArrayBuffer(3)),
    new Blob(['x']),
    new FormData(),
    Promise.resolve({}),
  ])('refuses a body that is no JSON: %s', async (body) => {
    const { runtime, calls } = setUp(json({}));
    await expect(runtime.invokeModel({ modelId: 'm', body })).rejects.toMatchObject({
      code: 'InvalidRequest',
      message: 'body: expected Uint8Array, text or JSON, found another object',
    });
    expect(calls).toEqual([]);
  });

  test('takes body and headers that are written already', async () => {
    const { runtime, calls } = setUp(json({ a: 1 }));
    const written = {
      modelId: 'm',
      headers: { 'content-type': 'text/x' },
      body: new TextEncoder().encode('x'),
    };
    const { body } = await invokeModelBytes(runtime.client, () => written);
    expect(new TextDecoder().decode(body.body)).toBe('{"a":1}');
    expect(calls[0]).toMatchObject({
      url: expect.stringMatching(/\/model\/m\/invoke$/) as string,
      init: { body: written.body, headers: { 'content-type': 'text/x' } },
    });
  });

  test('refuses base64 that is none', async () => {
    await expect(setUp().runtime.invokeModel({ modelId: 'm', body: { base64: '%' } })).rejects.toMatchObject({
      code: 'InvalidRequest',
    });
  });

  test('finds the coral envelope, and takes a model that answers with Output for a model', async () => {
    const envelope = { Output: { __type: 'a#UnknownOperationException' }, Version: '1.0' };
    const { runtime } = setUp(json(envelope), json({ Output: 'text' }), new Response('{"Output"'));
    await expect(runtime.invokeModel({ modelId: 'm' })).rejects.toMatchObject({
      code: 'UnknownOperationException',
    });
    expect((await runtime.invokeModel({ modelId: 'm' })).body.body).toEqual(
      new TextEncoder().encode('{"Output":"text"}'),
    );
    expect((await runtime.invokeModel({ modelId: 'm' })).body.body).toEqual(
      new TextEncoder().encode('{"Output"'),
    );
  });
});
