// Every fault that the local Bedrock can make, and the provider's whole reaction to it: what doGenerate throws or gives, what
// parts doStream gives. The last test counts the kinds.
import { APICallError, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { createLocalBedrock, type Fault, type FaultKind } from '@bedrock-kit/local';
import { createAmazonBedrock } from '@bedrock-kit/provider';
import { generateText, RetryError } from 'ai';
import { expect, test } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const call = {
  prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'echo one two three' }] }],
};

async function reactions(fault: Fault): Promise<[whole: unknown, streamed: unknown]> {
  return [await reaction(fault, 'doGenerate'), await reaction(fault, 'doStream')];
}

async function reaction(fault: Fault, way: 'doGenerate' | 'doStream'): Promise<unknown> {
  const local = createLocalBedrock({ faults: [fault] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const bedrock = createAmazonBedrock({
    region: local.region,
    accessKeyId,
    secretAccessKey,
    fetch: local.fetch,
    firstEventTimeoutMs: 50,
    idleTimeoutMs: 50,
  });
  const model = bedrock(modelId);
  try {
    if (way === 'doGenerate') {
      const { content } = await model.doGenerate(call);
      return content;
    }
    const { stream } = await model.doStream(call);
    const parts: unknown[] = [];
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(shortOf(next.value));
    }
    return parts;
  } catch (error) {
    return errorOf(error);
  }
}

function shortOf(part: LanguageModelV4StreamPart): unknown {
  if (part.type === 'text-delta') return part.delta;
  if (part.type === 'error') return errorOf(part.error);
  if (part.type === 'finish') return part.finishReason;
  return part.type;
}

/** An error whole, but for its hint: the words are the runtime's affair, here it counts that people get to read it. */
function errorOf(error: unknown): unknown {
  if (!APICallError.isInstance(error)) return error;
  const { message, statusCode, isRetryable, responseBody } = error;
  const { requestId, hint, ...data } = error.data as { requestId?: string; hint?: string };
  const advice = hint === undefined ? '' : ` (${hint})`;
  expect(message.endsWith(advice)).toBe(true);
  return {
    message: message.slice(0, message.length - advice.length),
    statusCode,
    isRetryable,
    responseBody,
    data,
    requestId: typeof requestId,
  };
}

const answer = 'one two three';
const whole = [{ type: 'text', text: answer }];
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
const reactionsTo: [Fault, whole: unknown, streamed?: unknown][] = [
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
        'The server answered with status 502 and a body of type text/html that is no error of Bedrock, but perhaps of a proxy: see responseBody.',
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
        message: 'The stream brought nothing for 50 ms, so the request was ended.',
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

test.each(reactionsTo)('%j', async (fault, expectedWhole, expectedStreamed = expectedWhole) => {
  expect(await reactions(fault)).toEqual([expectedWhole, expectedStreamed]);
});

test('an expired token is renewed once where a function gives the credentials, and nobody sees it', async () => {
  const local = createLocalBedrock({ faults: [{ kind: 'expired-token' }] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  let asked = 0;
  const bedrock = createAmazonBedrock({
    region: local.region,
    fetch: local.fetch,
    credentialProvider: () => {
      asked += 1;
      const expiration = new Date(Date.now() + 3_600_000);
      return Promise.resolve({ accessKeyId, secretAccessKey, expiration });
    },
  });
  expect((await bedrock(modelId).doGenerate(call)).content).toEqual(whole);
  expect(asked).toBe(2);
  expect(local.requests.map(({ status }) => status)).toEqual([403, 200]);
});

test("the AI SDK's core sends a throttled request again and gets its answer", async () => {
  const local = createLocalBedrock({ faults: [{ kind: 'throttle', retryAfter: 0.01, when: { call: 1 } }] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  const { text } = await generateText({
    model: createAmazonBedrock(settings)(modelId),
    prompt: `echo ${answer}`,
  });
  expect(text).toBe(answer);
  expect(local.requests.map(({ status }) => status)).toEqual([429, 200]);
});

test('what stays throttled is the last error of a RetryError, with the code, as docs/migrating.md says', async () => {
  const local = createLocalBedrock({ faults: [{ kind: 'throttle', retryAfter: 0.01 }] });
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  const model = createAmazonBedrock(settings)(modelId);
  const data = expect.objectContaining({ code: 'ThrottlingException' }) as unknown;
  const error: unknown = await generateText({ model, prompt: 'hi' }).catch((reason: unknown) => reason);
  expect(RetryError.isInstance(error) && error.lastError).toMatchObject({ name: 'AI_APICallError', data });
  await expect(generateText({ model, prompt: 'hi', maxRetries: 0 })).rejects.toMatchObject({ data });
});

test('every kind of fault is in the table', () => {
  // The record has one member for each kind, or it does not compile.
  const kinds: Record<FaultKind, true> = {
    error: true,
    throttle: true,
    'capital-message': true,
    'expired-token': true,
    'clock-skew': true,
    'coral-200': true,
    'proxy-html': true,
    reset: true,
    'slow-start': true,
    exception: true,
    'error-frame': true,
    'torn-frame': true,
    'bad-checksum': true,
    stall: true,
    'end-early': true,
    trickle: true,
    chunks: true,
  };
  expect(new Set(reactionsTo.map(([{ kind }]) => kind))).toEqual(new Set(Object.keys(kinds)));
});
