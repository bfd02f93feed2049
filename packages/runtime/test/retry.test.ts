import { expect, test } from 'vitest';
import { BedrockError, createBedrockRuntime, fullJitter } from '../src/index.ts';
import { fakeFetch, json } from './far-side.ts';

const error = (fields: {
  code?: string;
  statusCode?: number;
  isRetryable?: boolean;
  retryAfterMs?: number;
}) => new BedrockError({ code: 'X', message: '', isRetryable: true, ...fields });

test('doubles the bound of a wait, up to its own bound', () => {
  const retry = fullJitter({ maxAttempts: 99, random: () => 1 });
  expect([1, 2, 3, 4, 9, 10, 11].map((attempt) => retry(error({ statusCode: 500 }), attempt))).toEqual([
    50, 100, 200, 400, 12_800, 20_000, 20_000,
  ]);
});

test('waits longer for a refusal of too many requests', () => {
  const retry = fullJitter({ random: () => 0.5 });
  expect(retry(error({ statusCode: 429 }), 1)).toBe(500);
  expect(retry(error({ code: 'ThrottlingException', statusCode: 400 }), 2)).toBe(1000);
});

test('never comes before the server asks', () => {
  expect(fullJitter({ random: () => 0 })(error({ retryAfterMs: 7000 }), 1)).toBe(7000);
});

test('gives up after the last attempt, and at once what cannot pass', () => {
  expect(fullJitter()(error({}), 3)).toBeUndefined();
  expect(fullJitter({ maxAttempts: 1 })(error({}), 1)).toBeUndefined();
  expect(fullJitter()(error({ isRetryable: false }), 1)).toBeUndefined();
});

test('is made of the options that createBedrockRuntime is given', async () => {
  const { fetch, calls } = fakeFetch(
    json({}, { status: 503 }),
    json({}, { status: 503 }),
    json({ output: {} }),
  );
  const runtime = createBedrockRuntime({
    apiKey: 'k',
    region: 'us-east-1',
    fetch,
    retry: { baseDelayMs: 0 },
  });
  await runtime.converse({ modelId: 'm' });
  expect(calls).toHaveLength(3);
});

test.each<[object, string]>([
  [{ maxAttempts: NaN }, 'retry.maxAttempts: expected a number from 0 on, found NaN'],
  [{ maxAttempts: -1 }, 'retry.maxAttempts: expected a number from 0 on, found -1'],
  [{ maxAttempts: '3' }, 'retry.maxAttempts: expected a number from 0 on, found "3"'],
  [{ maxAttempts: {} }, 'retry.maxAttempts: expected a number from 0 on, found [object Object]'],
  [{ baseDelayMs: -1 }, 'retry.baseDelayMs: expected a number from 0 on, found -1'],
  [{ throttlingDelayMs: NaN }, 'retry.throttlingDelayMs: expected a number from 0 on, found NaN'],
  [{ maxDelayMs: null }, 'retry.maxDelayMs: expected a number from 0 on, found null'],
])('refuses %j at once', (options, message) => {
  const told = expect.objectContaining({ name: 'BedrockError', code: 'InvalidRequest', message }) as Error;
  expect(() => fullJitter(options)).toThrow(told);
  expect(() => createBedrockRuntime({ retry: options })).toThrow(told);
});

test('may go on for ever, and wait as long as it doubles, where that is said', () => {
  const retry = fullJitter({ maxAttempts: Infinity, maxDelayMs: Infinity, random: () => 1 });
  expect(retry(error({}), 21)).toBe(50 * 2 ** 20);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['false', false],
  ['NaN', NaN],
  ['a promise', Promise.resolve(0)],
])('a policy that says %s gives up', async (_, said) => {
  const { fetch, calls } = fakeFetch(json({}, { status: 503 }), json({ output: {} }));
  // The cast: what JavaScript may write.
  const retry = (() => said) as unknown as () => number;
  const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, retry });
  await expect(runtime.converse({ modelId: 'm' })).rejects.toMatchObject({ statusCode: 503 });
  expect(calls).toHaveLength(1);
});
