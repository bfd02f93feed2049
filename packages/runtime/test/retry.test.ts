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
