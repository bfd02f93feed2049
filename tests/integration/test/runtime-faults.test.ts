// Each fault that the local Bedrock can be made to have, over a real socket: what the client makes of it.
import { createLocalBedrock, type FaultRule } from '@bedrock-kit/local';
import { type BedrockRuntimeSettings, type CallOptions, createBedrockRuntime } from '@bedrock-kit/runtime';
import { describe, expect, test } from 'vitest';

const request = {
  modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  messages: [{ role: 'user' as const, content: [{ text: 'echo one two three four five' }] }],
};

interface Outcome {
  readonly text: string;
  readonly error: unknown;
  readonly requests: number;
}

async function underFault(
  fault: FaultRule,
  options: CallOptions = {},
  settings: BedrockRuntimeSettings = {},
): Promise<Outcome> {
  const local = createLocalBedrock({ faults: [fault] });
  const { url } = await local.listen();
  const { accessKeyId, secretAccessKey } = local.credentials;
  const runtime = createBedrockRuntime({
    region: local.region,
    endpoint: url,
    credentials: () => Promise.resolve({ accessKeyId, secretAccessKey }),
    environment: {},
    ...settings,
  });
  let text = '';
  try {
    for await (const event of await runtime.converseStream(request, options))
      if ('contentBlockDelta' in event && 'text' in event.contentBlockDelta.delta)
        text += event.contentBlockDelta.delta.text;
    return { text, error: undefined, requests: local.requests.length };
  } catch (error) {
    return { text, error, requests: local.requests.length };
  } finally {
    await local.close();
  }
}

const whole = 'one two three four five';

describe.concurrent('a fault that the client puts right', () => {
  test.each<[string, FaultRule, number]>([
    ['an expired token', { kind: 'expired-token' }, 2],
    ['a clock that is ten minutes off', { kind: 'clock-skew', seconds: 600 }, 2],
    ['a trickle', { kind: 'trickle', bytes: 40, everyMs: 1 }, 1],
    ['chunks of one byte', { kind: 'chunks', sizes: 1 }, 1],
    ['chunks cut inside each prelude', { kind: 'chunks', sizes: 'prelude' }, 1],
  ])('%s', async (_, fault, requests) => {
    expect(await underFault(fault, { idleTimeoutMs: 2000 })).toEqual({
      text: whole,
      error: undefined,
      requests,
    });
  });

  test('a refusal for too many requests, where retries were asked for', async () => {
    const fault: FaultRule = { kind: 'throttle', retryAfter: 0, when: { call: 1 } };
    expect(await underFault(fault, {}, { retry: { throttlingDelayMs: 1 } })).toEqual({
      text: whole,
      error: undefined,
      requests: 2,
    });
  });
});

describe.concurrent('a fault that the caller is told of before the stream', () => {
  test.each<[string, FaultRule, object]>([
    [
      'a throttle',
      { kind: 'throttle', retryAfter: 3 },
      { code: 'ThrottlingException', statusCode: 429, isRetryable: true, retryAfterMs: 3000 },
    ],
    [
      'a message in capitals',
      { kind: 'capital-message', message: 'No.' },
      { message: 'No.', isRetryable: false },
    ],
    ['the coral envelope', { kind: 'coral-200' }, { code: 'UnknownOperationException', statusCode: 404 }],
    [
      'the page of a proxy',
      { kind: 'proxy-html' },
      { code: 'UnknownError', statusCode: 502, isRetryable: true },
    ],
    ['a reset', { kind: 'reset' }, { code: 'NetworkError', isRetryable: true }],
    ['silence', { kind: 'slow-start', ms: 5000 }, { code: 'FirstEventTimeout', isRetryable: true }],
  ])('%s', async (_, fault, error) => {
    // Only silence has to be waited for: a busy machine may take long to tell of the others.
    const firstEventTimeoutMs = fault.kind === 'slow-start' ? 300 : 30_000;
    const outcome = await underFault(fault, { firstEventTimeoutMs });
    expect(outcome.text).toBe('');
    expect(outcome.error).toMatchObject({ name: 'BedrockError', ...error });
  });
});

describe.concurrent('a fault that ends a stream that has begun', () => {
  test.each<[string, FaultRule, object]>([
    ['an exception', { kind: 'exception', after: 2 }, { requestId: expect.any(String) as string }],
    [
      'an exception in capitals',
      { kind: 'exception', after: 2, name: 'ThrottlingException' },
      { code: 'ThrottlingException', isRetryable: true },
    ],
    [
      'an error frame',
      { kind: 'error-frame', after: 2, code: 'InternalError', message: 'boom' },
      { code: 'InternalError', message: 'boom' },
    ],
    ['a torn frame', { kind: 'torn-frame', after: 2 }, { code: 'TruncatedStream' }],
    ['a damaged message', { kind: 'bad-checksum', after: 2 }, { code: 'MalformedStream' }],
    ['a damaged prelude', { kind: 'bad-checksum', after: 2, part: 'prelude' }, { code: 'MalformedStream' }],
    ['an early end', { kind: 'end-early', after: 2 }, { code: 'TruncatedStream' }],
    ['a reset', { kind: 'reset', after: 2 }, { code: 'NetworkError' }],
    ['a stall', { kind: 'stall', after: 2, ms: 5000 }, { code: 'IdleTimeout' }],
  ])('%s', async (_, fault, error) => {
    const outcome = await underFault(fault, { idleTimeoutMs: 300 });
    expect(outcome.error).toMatchObject({ name: 'BedrockError', ...error });
    expect(outcome.text).not.toBe('');
    expect(whole.startsWith(outcome.text)).toBe(true);
    expect(outcome.text.length).toBeLessThan(whole.length);
  });
});
