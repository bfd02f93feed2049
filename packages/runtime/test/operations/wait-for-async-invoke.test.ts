// How long a job is waited for, and what ends the wait.
import { describe, expect, test } from 'vitest';
import { type BedrockError, createBedrockRuntime } from '../../src/index.ts';
import { fakeFetch, json } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';
import { invocationArn, job } from './async-job.ts';

describe('jobs', () => {
  test('are waited for, with every answer as progress, over errors that pass', async () => {
    const { runtime, calls } = setUp(
      job('InProgress'),
      json({ message: 'Slow' }, { status: 429 }),
      job('InProgress'),
      job('Completed'),
    );
    const seen: string[] = [];
    const result = await runtime.waitForAsyncInvoke(
      { invocationArn },
      { minDelayMs: 1, maxDelayMs: 2, onProgress: ({ status }) => seen.push(status) },
    );
    expect(result.body.status).toBe('Completed');
    expect(seen).toEqual(['InProgress', 'InProgress', 'Completed']);
    expect(calls).toHaveLength(4);
  });

  test('stay the same job while they are waited for, whatever the request names by then', async () => {
    const { runtime, calls } = setUp(job('InProgress'), job('Completed'));
    const request = { invocationArn };
    const end = runtime.waitForAsyncInvoke(request, { minDelayMs: 1 });
    request.invocationArn = 'another';
    await end;
    const [first, second] = calls.map(({ url }) => url);
    expect(second).toBe(first);
  });

  test('that fail are an error with AWS’s reason', async () => {
    const { runtime } = setUp(job('Failed', { failureMessage: 'No such bucket' }));
    await expect(runtime.waitForAsyncInvoke({ invocationArn })).rejects.toMatchObject({
      code: 'AsyncInvokeFailed',
      message: 'No such bucket',
      isRetryable: false,
      details: { invocationArn, modelArn: 'a' },
    });
    const wrapError = (error: BedrockError) => new Error(`wrapped ${error.code}`);
    const { fetch } = fakeFetch(job('Failed'));
    const wrapped = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, wrapError });
    await expect(wrapped.waitForAsyncInvoke({ invocationArn })).rejects.toThrow('wrapped AsyncInvokeFailed');
  });

  test('with a status that is new are waited for until they have an end, and have not completed then', async () => {
    const { runtime, calls } = setUp(job('Queued'), job('Cancelled', { endTime: '2028-01-01T00:00:00Z' }));
    await expect(runtime.waitForAsyncInvoke({ invocationArn }, { minDelayMs: 1 })).rejects.toMatchObject({
      code: 'AsyncInvokeFailed',
      message: `The job ${invocationArn} ended as Cancelled.`,
    });
    expect(calls).toHaveLength(2);
  });

  test('are not waited for over errors that stay, nor for ever over those that pass', async () => {
    const refused = setUp(json({ message: 'No' }, { status: 403 }));
    await expect(refused.runtime.waitForAsyncInvoke({ invocationArn })).rejects.toMatchObject({
      statusCode: 403,
    });
    const slow = setUp(...Array.from({ length: 9 }, () => json({}, { status: 503 })));
    await expect(slow.runtime.waitForAsyncInvoke({ invocationArn }, { minDelayMs: 0 })).rejects.toMatchObject(
      { statusCode: 503 },
    );
    expect(slow.calls).toHaveLength(6);
  });

  test.each([{ minDelayMs: NaN }, { maxDelayMs: -1 }])('are not waited for %j', async (options) => {
    const { fetch, calls } = fakeFetch(job('InProgress'), job('Completed'));
    const wrapError = (error: BedrockError) => new Error(`${error.code}: ${error.message}`);
    const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch, wrapError });
    const { minDelayMs, maxDelayMs } = { minDelayMs: 2000, maxDelayMs: 30_000, ...options };
    await expect(runtime.waitForAsyncInvoke({ invocationArn }, options)).rejects.toThrow(
      `InvalidRequest: minDelayMs and maxDelayMs: expected numbers from 0 on, found ${minDelayMs} and ${maxDelayMs}`,
    );
    expect(calls).toHaveLength(0);
  });

  test('are not asked for before the service asks to be', async () => {
    const headers = { 'x-amz-retry-after': '60' };
    const { runtime } = setUp(json({}, { status: 429, headers }), job('Completed'));
    const started = performance.now();
    await runtime.waitForAsyncInvoke({ invocationArn }, { minDelayMs: 1 });
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  test('are no longer waited for after an abort', async () => {
    const { runtime, calls } = setUp(job('InProgress'));
    const signal = AbortSignal.timeout(10);
    await expect(
      runtime.waitForAsyncInvoke({ invocationArn }, { signal, minDelayMs: 60_000 }),
    ).rejects.toMatchObject({
      code: 'Aborted',
      name: 'TimeoutError',
    });
    expect(calls).toHaveLength(1);
  });
});
