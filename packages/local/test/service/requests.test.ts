import { inspect } from 'node:util';
import { createSigner } from '@bedrock-kit/sigv4';
import { describe, expect, it, vi } from 'vitest';
import { createLocalBedrock, defaultCredentials } from '../../src/index.ts';
import { asking, messagesOf, openBedrock, modelId, urlOf } from '../in-process.ts';

describe('what was received', () => {
  it('is kept with its input in protocol’s shapes, its answer and its time', async () => {
    const seen: unknown[] = [];
    const local = openBedrock({ onRequest: (request) => seen.push(request) });
    const response = await local.fetch(urlOf('converse'), asking('echo hi', { 'x-a': 'b' }));
    expect(local.requests).toEqual([
      {
        requestId: response.headers.get('x-amzn-requestid'),
        time: expect.any(Date) as Date,
        protocol: 'fetch',
        method: 'POST',
        target: `/model/${encodeURIComponent(modelId)}/converse`,
        headers: { 'x-a': 'b', host: 'bedrock.test' },
        operation: 'Converse',
        modelId,
        input: { modelId, messages: [{ role: 'user', content: [{ text: 'echo hi' }] }] },
        faults: [],
        status: 200,
        error: undefined,
        usage: {
          inputTokens: 2,
          outputTokens: 1,
          totalTokens: 3,
          cacheReadInputTokens: 0,
          cacheWriteInputTokens: 0,
        },
        ms: expect.any(Number) as number,
      },
    ]);
    expect(seen).toEqual(local.requests);
  });

  it('is answered as it is when onRequest throws, whose error is nobody else’s', async () => {
    const uncaught: unknown[] = [];
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((callback) => {
      try {
        callback();
      } catch (error) {
        uncaught.push(error);
      }
    });
    const error = new Error('a test that looks on');
    const local = openBedrock({
      onRequest: () => {
        throw error;
      },
    });
    const whole = await local.fetch(urlOf('converse'), asking('echo hi'));
    const streamed = await local.fetch(urlOf('converse-stream'), asking('echo hi'));
    const names = (await messagesOf(streamed)).map(({ headers }) => headers[':event-type']?.value);
    later.mockRestore();
    expect([whole.status, names.at(-1), uncaught]).toEqual([200, 'metadata', [error, error]]);
  });

  it('tells the usage of a stream when it has ended', async () => {
    const local = openBedrock();
    const response = await local.fetch(urlOf('converse-stream'), asking('echo hi there'));
    expect(local.requests[0]?.ms).toBeUndefined();
    await response.arrayBuffer();
    expect(local.requests[0]).toMatchObject({ status: 200, usage: { inputTokens: 3, outputTokens: 2 } });
    expect(local.requests[0]?.ms).toBeGreaterThanOrEqual(0);
  });

  it('tells what a stream of InvokeModel read from the cache and wrote to it', async () => {
    const local = openBedrock();
    const text = `${'stone '.repeat(4999)}stone`;
    const body = JSON.stringify({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 9,
      system: [{ type: 'text', text, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: 'echo hi' }],
    });
    const url = urlOf('invoke-with-response-stream');
    for (let call = 0; call < 2; call += 1)
      await (await local.fetch(url, { method: 'POST', body })).arrayBuffer();
    const counts = { inputTokens: 2, outputTokens: 1, totalTokens: 5003 };
    expect(local.requests.map(({ usage }) => usage)).toEqual([
      { ...counts, cacheReadInputTokens: 0, cacheWriteInputTokens: 5000 },
      { ...counts, cacheReadInputTokens: 5000, cacheWriteInputTokens: 0 },
    ]);
  });

  it('took a millisecond at least, as every answer of AWS does', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(5);
    const local = openBedrock();
    const response = await local.fetch(urlOf('converse'), asking('echo hi'));
    now.mockRestore();
    expect(await response.json()).toMatchObject({ metrics: { latencyMs: 1 } });
    expect(local.requests[0]?.ms).toBe(1);
  });

  it('is the latest of the requests, as many as asked for', async () => {
    const local = openBedrock({ keepRequests: 2 });
    for (const text of ['a', 'b', 'c']) await local.fetch(urlOf('converse'), asking(`echo ${text}`));
    expect(local.requests.map(({ usage }) => usage?.inputTokens)).toHaveLength(2);
    expect(JSON.stringify(local.requests[0]?.input)).toContain('echo b');
  });

  it('is not kept when all together would fill the memory', async () => {
    const local = openBedrock({ rules: 'off', models: { '*': () => 'ok' } });
    const request = asking('echo hi');
    // Space after JSON counts as it comes, and costs nothing to read. `asking` makes a text.
    const body = `${request.body as string}${' '.repeat(24 * 1024 * 1024)}`;
    for (let call = 0; call < 7; call += 1) await local.fetch(urlOf('converse'), { ...request, body });
    expect(local.requests).toHaveLength(5);
  });

  it('holds no key, no token and no signature', async () => {
    const credentials = { ...defaultCredentials, sessionToken: 'a-session-token' };
    const local = createLocalBedrock({ credentials });
    const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials });
    const { method, body } = asking('echo hi');
    const request = { method: method ?? 'POST', url: urlOf('converse'), body: body as string };
    const signed = await signer.sign(request);
    const presigned = await signer.presign(request);
    const statuses = [
      await local.fetch(signed.url, { ...asking('echo hi'), headers: signed.headers }),
      await local.fetch(presigned.url, asking('echo hi')),
      await local.fetch(
        urlOf('converse'),
        asking('echo hi', { authorization: `Bearer ${defaultCredentials.apiKey}` }),
      ),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 200]);
    const kept = inspect(local.requests, { depth: 10 }) + JSON.stringify(local.requests);
    for (const secret of [
      signed.signature,
      defaultCredentials.secretAccessKey,
      defaultCredentials.apiKey,
      credentials.sessionToken,
      /X-Amz-Signature=([\da-f]+)/.exec(presigned.url)?.[1] ?? 'none',
    ]) {
      expect(kept).not.toContain(secret);
    }
    expect(local.requests.map(({ headers }) => headers['authorization'])).toEqual([
      expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIDLOCALBEDROCKTEST\/.*, Signature=\*\*\*$/,
      ) as string,
      undefined,
      'Bearer ***',
    ]);
  });

  it('holds no token where the answer tells the string that should have been signed', async () => {
    const sessionToken = 'a-session-token';
    const local = createLocalBedrock({ credentials: { ...defaultCredentials, sessionToken } });
    const credentials = { ...defaultCredentials, sessionToken, secretAccessKey: 'another' };
    const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials });
    const { body } = asking('echo hi');
    const headers = { 'x-api-key': 'a-key', cookie: 'a=a-cookie', 'proxy-authorization': 'Basic a-proxy' };
    const request = { method: 'POST', url: urlOf('converse'), body: body as string, headers };
    const signed = await signer.sign(request);
    const presigned = await signer.presign(request);
    for (const { url, headers } of [signed, presigned]) {
      const answer = await local.fetch(url, {
        ...asking('echo hi'),
        headers: { ...request.headers, ...headers },
      });
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining(sessionToken)]);
    }
    const kept = inspect(local.requests, { depth: 10 }) + JSON.stringify(local.requests);
    expect(kept).toContain('The Canonical String for this request should have been');
    expect(kept).not.toContain(sessionToken);
    for (const secret of ['a-key', 'a-cookie', 'a-proxy']) expect(kept).not.toContain(secret);
  });
});
