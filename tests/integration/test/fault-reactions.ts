// What each fault of the local Bedrock does to a call of the provider: the error whole, or the content and parts that come all the same.
import type { Fault } from '@bedrock-kit/local';
import { expect } from 'vitest';

/** What the model was asked to say. */
export const answer = 'one two three';
export const whole = [{ type: 'text', text: answer }];
const stop = { unified: 'stop', raw: 'end_turn' };
const streamed = [
  'stream-start',
  'response-metadata',
  'text-start',
  'one ',
  'two ',
  'three',
  'text-end',
  stop,
];
/** The parts that came, the open block closed, the error, and the end that says so. */
function broken(words: readonly string[], error: object): unknown[] {
  const finish = { unified: 'error', raw: undefined };
  return ['stream-start', 'response-metadata', 'text-start', ...words, 'text-end', error, finish];
}
/** An error as {@link errorOf} gives it; those of AWS have a request id. */
function refusal(fields: { message: unknown; code: string; [member: string]: unknown }): object {
  const { code, retryAfterMs, details, ...error } = fields;
  const data = {
    code,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(details !== undefined && { details }),
  };
  const absent = { statusCode: undefined, responseBody: undefined };
  return { ...absent, requestId: 'string', ...error, data };
}
const json = (message: string, more: object = {}): string => JSON.stringify({ message, ...more });

const throttled = 'Too many requests, please wait before trying again.';
const expired = 'The security token included in the request is expired';
const coral = '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}';
const ended = 'The stream was ended by a fault.';
const reset = refusal({
  message: expect.stringMatching(
    /^The connection to https:\/\/bedrock-runtime\.us-east-1\.amazonaws\.com failed: ./,
  ) as unknown,
  code: 'NetworkError',
  isRetryable: true,
  requestId: 'undefined',
});
const unreadable = (code: string): object =>
  refusal({
    message: expect.stringMatching(/^The stream cannot be read: /) as unknown,
    code,
    statusCode: 200,
    isRetryable: true,
  });

/** What a fault does to a call as a whole, and to a stream; the same error in both where only one is given. */
export const reactionsTo: [Fault, whole: unknown, streamed?: unknown][] = [
  [
    { kind: 'error', code: 'ModelNotReadyException', message: 'wait', retryAfter: 2 },
    refusal({
      message: 'wait',
      code: 'ModelNotReadyException',
      statusCode: 429,
      isRetryable: true,
      responseBody: json('wait'),
      retryAfterMs: 2000,
    }),
  ],
  [
    { kind: 'error', code: 'Novel', status: 418, message: 'new' },
    refusal({
      message: 'new',
      code: 'Novel',
      statusCode: 418,
      isRetryable: false,
      responseBody: json('new'),
    }),
  ],
  [
    { kind: 'throttle', retryAfter: 1 },
    refusal({
      message: throttled,
      code: 'ThrottlingException',
      statusCode: 429,
      isRetryable: true,
      responseBody: json(throttled),
      retryAfterMs: 1000,
    }),
  ],
  [
    { kind: 'capital-message', message: 'User is not authorized' },
    refusal({
      message: 'User is not authorized',
      code: 'AccessDeniedException',
      statusCode: 403,
      isRetryable: false,
      responseBody: '{"Message":"User is not authorized"}',
    }),
  ],
  [
    { kind: 'expired-token' },
    // Keys that are written down cannot be renewed; a credentials function is asked again, see the next test.
    refusal({
      message: expired,
      code: 'ExpiredTokenException',
      statusCode: 403,
      isRetryable: false,
      responseBody: json(expired),
    }),
  ],
  // The signature is made again with the server's clock.
  [{ kind: 'clock-skew', seconds: 3600 }, whole, streamed],
  [
    { kind: 'coral-200' },
    refusal({
      message: `The server answered with status 200: ${coral}`,
      code: 'UnknownOperationException',
      statusCode: 404,
      isRetryable: false,
      responseBody: coral,
    }),
  ],
  [
    { kind: 'proxy-html' },
    refusal({
      message:
        'The server answered with status 502 and a body of type text/html, titled "502", perhaps of a proxy: see responseBody.',
      code: 'UnknownError',
      statusCode: 502,
      isRetryable: true,
      responseBody: expect.stringContaining('<h1>502</h1>') as unknown,
    }),
  ],
  [{ kind: 'reset' }, reset],
  [{ kind: 'reset', after: 2 }, whole, broken(['one ', 'two '], { ...reset, requestId: 'string' })],
  [
    { kind: 'slow-start', ms: 100 },
    whole,
    refusal({
      message: 'No event of the stream came for 50 ms, so the request was ended.',
      code: 'FirstEventTimeout',
      isRetryable: true,
      requestId: 'undefined',
    }),
  ],
  [
    { kind: 'exception', after: 2 },
    whole,
    broken(
      ['one ', 'two '],
      refusal({
        message: ended,
        code: 'InternalServerException',
        statusCode: 500,
        isRetryable: true,
        responseBody: json(ended),
      }),
    ),
  ],
  [
    { kind: 'exception', after: 1, name: 'modelStreamErrorException', message: 'broke' },
    whole,
    broken(
      ['one '],
      refusal({
        message: 'broke',
        code: 'ModelStreamErrorException',
        statusCode: 424,
        isRetryable: true,
        responseBody: json('broke', { originalStatusCode: 500, originalMessage: 'The model failed.' }),
        details: { originalStatusCode: 500, originalMessage: 'The model failed.' },
      }),
    ),
  ],
  [
    { kind: 'error-frame', after: 2 },
    whole,
    broken(
      ['one ', 'two '],
      refusal({
        message: ended,
        code: 'InternalError',
        statusCode: 500,
        isRetryable: true,
        responseBody: '',
      }),
    ),
  ],
  [{ kind: 'torn-frame', after: 2 }, whole, broken(['one ', 'two '], unreadable('TruncatedStream'))],
  [{ kind: 'bad-checksum', after: 2 }, whole, broken(['one ', 'two '], unreadable('MalformedStream'))],
  [
    { kind: 'bad-checksum', after: 1, part: 'prelude' },
    whole,
    broken(['one '], unreadable('MalformedStream')),
  ],
  [
    { kind: 'stall', after: 2, ms: 200 },
    whole,
    broken(
      ['one ', 'two '],
      refusal({
        message: 'No byte of the stream came for 50 ms, so the request was ended.',
        code: 'IdleTimeout',
        isRetryable: true,
      }),
    ),
  ],
  [
    { kind: 'end-early', after: 2 },
    whole,
    broken(
      ['one ', 'two '],
      refusal({
        message: 'The stream ended without messageStop: the answer was cut off.',
        code: 'TruncatedStream',
        statusCode: 200,
        isRetryable: true,
      }),
    ),
  ],
  // Slow, and cut anywhere: nothing is lost, and steady drops never meet the limit of silence.
  [{ kind: 'trickle', bytes: 50, everyMs: 1 }, whole, streamed],
  [{ kind: 'chunks', sizes: 1 }, whole, streamed],
  [{ kind: 'chunks', sizes: 'prelude' }, whole, streamed],
  [{ kind: 'chunks', sizes: 'utf-8' }, whole, streamed],
];
