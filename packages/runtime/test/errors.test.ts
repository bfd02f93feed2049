import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { BedrockError, createBedrockRuntime } from '../src/index.ts';
import { event, fakeFetch, fieldsOf, json, streamResponse } from './far-side.ts';

test('has every field that a caller acts on, undefined where it is unknown', () => {
  const error = new BedrockError({ code: 'NetworkError', message: 'No route' });
  expect(fieldsOf(error)).toEqual({
    name: 'BedrockError',
    message: 'No route',
    code: 'NetworkError',
    statusCode: undefined,
    requestId: undefined,
    isRetryable: false,
    retryAfterMs: undefined,
    responseHeaders: undefined,
    responseBody: undefined,
    details: undefined,
    hint: undefined,
    url: undefined,
  });
  expect(error).toBeInstanceOf(Error);
});

test('an abort has the name by which callers know aborts', () => {
  const named = (cause: unknown) => new BedrockError({ code: 'Aborted', message: '', cause }).name;
  expect(named(new DOMException('', 'AbortError'))).toBe('AbortError');
  expect(named(new DOMException('', 'TimeoutError'))).toBe('TimeoutError');
  expect(named(runInNewContext('Object.assign(new Error(), { name: "TimeoutError" })'))).toBe('TimeoutError');
  expect(named('changed my mind')).toBe('AbortError');
  expect(named(undefined)).toBe('AbortError');
});

test('isInstance knows errors of another copy of the package, and nothing else', () => {
  const foreign = Object.assign(new Error(), { [Symbol.for('@bedrock-kit/runtime.BedrockError')]: true });
  expect(BedrockError.isInstance(foreign)).toBe(true);
  for (const value of [new Error(), null, undefined, 'BedrockError', {}])
    expect(BedrockError.isInstance(value)).toBe(false);
});

test('the stack of an error leads to the line that made the call, and to the loop that reads a stream', async () => {
  const { fetch } = fakeFetch(
    json({ message: 'no' }, { status: 400 }),
    json({ message: 'no' }),
    streamResponse([event('messageStart', { role: 'assistant' })]),
  );
  const { converse, converseStream } = createBedrockRuntime({ region: 'us-east-1', apiKey: 'k', fetch });
  const request = { modelId: 'm', messages: [] };
  const callers = [
    async function asks() {
      await converse(request);
    },
    async function asksAgain() {
      await converse(request);
    },
    async function reads() {
      for await (const each of await converseStream(request)) expect(each).toBeDefined();
    },
  ];
  for (const caller of callers)
    await expect(caller()).rejects.toMatchObject({
      stack: expect.stringMatching(new RegExp(`at (async )?${caller.name} `)) as string,
    });
});
