// How jobs are started, asked for and listed.
import { describe, expect, test, vi } from 'vitest';
import { json } from '../far-side.ts';
import { setUp } from './answered-runtime.ts';
import { invocationArn, job } from './async-job.ts';

describe('jobs', () => {
  test('have dates for times', async () => {
    const { runtime } = setUp(
      job('Completed', { endTime: '2026-01-02T03:05:00Z' }),
      json({ asyncInvokeSummaries: [{ submitTime: '2026-01-02T03:04:05Z' }] }),
    );
    expect((await runtime.getAsyncInvoke({ invocationArn })).body).toMatchObject({
      submitTime: new Date('2026-01-02T03:04:05.678Z'),
      endTime: new Date('2026-01-02T03:05:00Z'),
    });
    expect((await runtime.listAsyncInvokes()).body).toEqual({
      asyncInvokeSummaries: [{ submitTime: new Date('2026-01-02T03:04:05Z') }],
    });
  });

  test('are started with a token of their own, or the caller’s', async () => {
    const request = {
      modelId: 'm',
      modelInput: {},
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b/k' } },
    };
    const { runtime, calls } = setUp(json({ invocationArn }), json({ invocationArn }));
    await runtime.startAsyncInvoke(request);
    await runtime.startAsyncInvoke({ ...request, clientRequestToken: 'mine' });
    const tokens = calls.map(({ init }) => {
      const text = new TextDecoder().decode(init.body as Uint8Array<ArrayBuffer>);
      return (JSON.parse(text) as { clientRequestToken: string }).clientRequestToken;
    });
    expect(tokens).toEqual([expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), 'mine']);
  });

  test('are started with a token on a page without https, which has no randomUUID', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const tokens = new Set<unknown>();
    try {
      const { runtime, calls } = setUp(json({ invocationArn }), json({ invocationArn }));
      const request = {
        modelId: 'm',
        modelInput: {},
        outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://b/k' } },
      };
      for (let times = 0; times < 2; times++) await runtime.startAsyncInvoke(request);
      for (const { init } of calls) {
        const text = new TextDecoder().decode(init.body as Uint8Array<ArrayBuffer>);
        tokens.add((JSON.parse(text) as { clientRequestToken: string }).clientRequestToken);
      }
    } finally {
      vi.unstubAllGlobals();
    }
    const token: unknown = expect.stringMatching(/^\d+(?:-\d+){3}$/);
    expect([...tokens]).toEqual([token, token]);
  });

  test('are listed page by page, as far as they are asked for', async () => {
    const page = (name: string, nextToken?: string) =>
      json({ asyncInvokeSummaries: [{ invocationArn: name }], nextToken });
    const { runtime, urls } = setUp(page('a', 't1'), page('b', 't2'), page('c'));
    const names = [];
    for await (const { body } of runtime.asyncInvokePages({ maxResults: 1 }))
      names.push(...(body.asyncInvokeSummaries ?? []).map((summary) => summary.invocationArn));
    expect(names).toEqual(['a', 'b', 'c']);
    expect(urls().map((url) => new URL(url).search)).toEqual([
      '?maxResults=1',
      '?maxResults=1&nextToken=t1',
      '?maxResults=1&nextToken=t2',
    ]);

    const first = setUp(page('a', 't1'));
    const { value } = await first.runtime.asyncInvokePages().next();
    expect(value?.body.nextToken).toBe('t1');
    expect(first.calls).toHaveLength(1);
  });

  test('page by page go on as they were begun, whatever the request says by then', async () => {
    const { runtime, urls } = setUp(json({ nextToken: 't1' }), json({}));
    const request = { maxResults: 1 };
    const pages = runtime.asyncInvokePages(request);
    request.maxResults = 2;
    for await (const { status } of pages) expect(status).toBe(200);
    expect(urls().map((url) => new URL(url).search)).toEqual(['?maxResults=1', '?maxResults=1&nextToken=t1']);
  });
});
