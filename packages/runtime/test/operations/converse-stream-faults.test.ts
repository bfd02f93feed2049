// What is thrown when a stream of Converse fails, after the events before it, and when there is no stream at all.
import { describe, expect, test } from 'vitest';
import { bearerAuth, BedrockError, converseStream, createClient } from '../../src/index.ts';
import {
  answer,
  bytesOf,
  delta,
  errorFrame,
  exception,
  fakeFetch,
  fieldsOf,
  frame,
  json,
} from '../far-side.ts';
import { collect, events, open, request } from './converse-answer.ts';

describe('a stream that fails', () => {
  const cut = answer('Hel', 'lo').slice(0, 3);

  test.each([
    ['throttlingException', 'ThrottlingException', 429, true],
    ['ThrottlingException', 'ThrottlingException', 429, true],
    ['THROTTLINGEXCEPTION', 'ThrottlingException', 429, true],
    ['internalServerException', 'InternalServerException', 500, true],
    ['modelStreamErrorException', 'ModelStreamErrorException', 424, true],
    ['serviceUnavailableException', 'ServiceUnavailableException', 503, true],
    ['validationException', 'ValidationException', 400, false],
    ['modelTimeoutException', 'ModelTimeoutException', 408, false],
    ['accessDeniedException', 'AccessDeniedException', 403, false],
    ['nobodyKnowsException', 'NobodyKnowsException', undefined, false],
  ])(
    'throws for the exception %s after the events before it',
    async (name, code, statusCode, isRetryable) => {
      // The events and the exception in one chunk: the events come first all the same.
      const stream = await open([
        bytesOf([...cut, exception(name, '{"message":"Slow down","originalStatusCode":500}')]),
      ]);
      const { events: seen, error } = await collect(stream);
      expect(seen).toEqual(events.slice(0, 3));
      expect(BedrockError.isInstance(error)).toBe(true);
      expect({ ...fieldsOf(error), hint: 0 }).toEqual({
        name: 'BedrockError',
        code,
        message: 'Slow down',
        statusCode,
        isRetryable,
        requestId: 'r-1',
        retryAfterMs: undefined,
        responseHeaders: { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': 'r-1' },
        responseBody: '{"message":"Slow down","originalStatusCode":500}',
        details: { originalStatusCode: 500 },
        hint: 0,
        url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse-stream',
      });
    },
  );

  test.each([
    ['', 'The stream was ended by ThrottlingException.'],
    ['{}', 'The stream was ended by ThrottlingException.'],
    ['{"originalMessage":"The model failed.","originalStatusCode":500}', 'The model failed.'],
    ['{"message":"Slow down","originalMessage":"The model failed."}', 'Slow down'],
    ['null', 'null'],
    ['<html>', '<html>'],
  ])('keeps the name of an exception whose payload is %j', async (payload, message) => {
    const { error } = await collect(await open([exception('throttlingException', payload)]));
    expect(error).toMatchObject({ code: 'ThrottlingException', statusCode: 429, isRetryable: true, message });
  });

  test('ends with the first error: what comes behind it in its chunk is no part of the answer', async () => {
    const late = [exception('validationException', '{"message":"late"}'), ...answer('Hel', 'lo').slice(3)];
    const { events: seen, error } = await collect(
      await open([bytesOf([...cut, exception('throttlingException', '{"message":"Slow down"}'), ...late])]),
    );
    expect(seen).toEqual(events.slice(0, 3));
    expect(error).toMatchObject({ code: 'ThrottlingException', message: 'Slow down' });
  });

  test('throws for an error frame', async () => {
    const { events: seen, error } = await collect(await open([...cut, errorFrame('InternalError', 'boom')]));
    expect(seen).toEqual(events.slice(0, 3));
    expect(error).toMatchObject({
      code: 'InternalError',
      message: 'boom',
      requestId: 'r-1',
      // As the service's own failures.
      statusCode: 500,
      isRetryable: true,
    });
  });

  test.each([
    ['InternalServerException', 500, true],
    ['InternalFailure', 500, true],
    ['ThrottlingException', 429, true],
    ['ValidationException', 400, false],
    ['SomethingElse', undefined, false],
  ])('an error frame %s has status %d', async (code, statusCode, isRetryable) => {
    const { error } = await collect(await open([errorFrame(code, 'boom')]));
    expect(error).toMatchObject({ code, statusCode, isRetryable });
  });

  test('an error frame that says nothing has a code all the same', async () => {
    const { error } = await collect(await open([frame({ ':message-type': 'error' })]));
    expect(error).toMatchObject({
      code: 'UnknownError',
      message: 'The stream was ended by UnknownError.',
      isRetryable: false,
    });
  });

  test.each([
    ['without messageStop', cut, 'TruncatedStream', 3],
    ['with no event at all', [], 'TruncatedStream', 0],
    ['inside a frame', [...cut, delta('lost').subarray(0, 40)], 'TruncatedStream', 3],
    ['inside a prelude', [...cut, delta('lost').subarray(0, 5)], 'TruncatedStream', 3],
  ])('throws when it ends %s', async (_, chunks, code, count) => {
    const { events: seen, error } = await collect(await open([bytesOf(chunks)]));
    expect(seen).toEqual(events.slice(0, count));
    expect(error).toMatchObject({ code, isRetryable: true, requestId: 'r-1', statusCode: 200 });
  });

  test('throws for a damaged frame after the events before it', async () => {
    const damaged = delta('lost').slice();
    damaged[60] = (damaged[60] ?? 0) ^ 1;
    const { events: seen, error } = await collect(await open([bytesOf([...cut, damaged, delta('never')])]));
    expect(seen).toEqual(events.slice(0, 3));
    expect(error).toMatchObject({ code: 'MalformedStream', cause: { code: 'message-checksum' } });
  });

  test.each([
    ['a payload that is no JSON', frame({ ':message-type': 'event', ':event-type': 'messageStart' }, '{')],
    ['a message without a type', frame({ ':event-type': 'messageStart' }, '{}')],
  ])('throws for %s', async (_, chunk) => {
    const { error } = await collect(await open([chunk]));
    expect(error).toMatchObject({ code: 'MalformedStream' });
  });

  test('is over after its error', async () => {
    const iterator = (await open(cut)).batches();
    for (let count = 0; count < 3; count++) await iterator.next();
    await expect(iterator.next()).rejects.toMatchObject({ code: 'TruncatedStream' });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test('fails its ReadableStream', async () => {
    const reader = (await open([bytesOf(cut)])).toReadableStream().getReader();
    for (let count = 0; count < 3; count++) await reader.read();
    await expect(reader.read()).rejects.toMatchObject({ code: 'TruncatedStream' });
  });
});

describe('an answer that is no event stream', () => {
  test.each([
    [
      json({ message: 'Nope', __type: 'x#ThrottlingException' }),
      { code: 'ThrottlingException', message: 'Nope' },
    ],
    [
      json({ Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' }),
      { code: 'UnknownOperationException', statusCode: 404 },
    ],
    [
      new Response('<html>Login</html>', { headers: { 'content-type': 'text/html' } }),
      { code: 'UnexpectedResponse', statusCode: 200, responseBody: '<html>Login</html>' },
    ],
    // As gateways have it that forget the status.
    [
      json({ error: { message: 'No credits are left.' } }),
      { code: 'UnknownError', message: 'No credits are left.', isRetryable: false },
    ],
    [json({ message: 'Blocked.' }), { code: 'UnknownError', message: 'Blocked.' }],
    [json({ answer: 42 }), { code: 'UnexpectedResponse', responseBody: '{"answer":42}' }],
    [new Response(null), { code: 'UnexpectedResponse', responseBody: '' }],
  ])('is refused before a frame is read: %#', async (response, error) => {
    const client = createClient({
      authorize: bearerAuth('key'),
      region: 'us-east-1',
      fetch: fakeFetch(response).fetch,
    });
    await expect(converseStream(client, request)).rejects.toMatchObject(error);
  });
});
