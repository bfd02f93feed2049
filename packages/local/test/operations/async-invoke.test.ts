import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalBedrock, LocalBedrockOptions } from '../../src/index.ts';
import { errorOf, openBedrock } from '../in-process.ts';

const model = 'twelvelabs.marengo-embed-3-0-v1:0';

function bench(options: LocalBedrockOptions = {}): LocalBedrock {
  return openBedrock({ models: { [model]: () => ({ body: { done: true } }) }, ...options });
}

function start(local: LocalBedrock, more: object = {}): Promise<Response> {
  const body = JSON.stringify({
    modelId: model,
    modelInput: {},
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/out' } },
    ...more,
  });
  return local.fetch('http://bedrock.test/async-invoke', { method: 'POST', body });
}

async function arnOf(response: Response): Promise<string> {
  return ((await response.json()) as { invocationArn: string }).invocationArn;
}

async function get(local: LocalBedrock, arn: string): Promise<Record<string, unknown>> {
  const response = await local.fetch(`http://bedrock.test/async-invoke/${encodeURIComponent(arn)}`);
  return (await response.json()) as Record<string, unknown>;
}

interface Summary {
  readonly invocationArn: string;
}

const arnIn = ({ invocationArn }: Summary): string => invocationArn;

interface Page {
  readonly asyncInvokeSummaries: Summary[];
  readonly nextToken?: string;
}

async function list(local: LocalBedrock, query: Record<string, string> = {}): Promise<Page> {
  const response = await local.fetch(
    `http://bedrock.test/async-invoke?${new URLSearchParams(query).toString()}`,
  );
  return (await response.json()) as Page;
}

describe('an asynchronous invocation', () => {
  it('is in progress until its time has passed, and has then written its output', async () => {
    let now = new Date('2026-01-15T12:00:00Z');
    const local = bench({ clock: () => now, asyncInvokeMs: 5000 });
    const arn = await arnOf(await start(local));
    expect(await get(local, arn)).toMatchObject({
      status: 'InProgress',
      submitTime: '2026-01-15T12:00:00.000Z',
    });
    now = new Date('2026-01-15T12:00:05Z');
    expect(await get(local, arn)).toMatchObject({ status: 'Completed', endTime: '2026-01-15T12:00:05.000Z' });
    const [address, written] = [...local.objects][0] ?? [];
    expect(address).toBe(`s3://bucket/out/${arn.split('/')[1] ?? ''}/output.json`);
    expect(new TextDecoder().decode(written)).toBe('{"done":true}');
  });

  it.each(['s3://bucket', 's3://bucket/out', 's3://bucket/out/'])(
    'started with %s tells the folder of its own that its files lie in, before and after they are written',
    async (s3Uri) => {
      const bucketOwner = '123456789012';
      const local = bench({ asyncInvokeMs: 1000 });
      const arn = await arnOf(
        await start(local, { outputDataConfig: { s3OutputDataConfig: { s3Uri, bucketOwner } } }),
      );
      const folder = `${s3Uri.replace(/\/$/, '')}/${arn.split('/')[1] ?? ''}`;
      const outputDataConfig = { s3OutputDataConfig: { s3Uri: folder, bucketOwner } };
      expect(await get(local, arn)).toMatchObject({ status: 'InProgress', outputDataConfig });
      local.passTime(1000);
      expect(await get(local, arn)).toMatchObject({ status: 'Completed', outputDataConfig });
      expect([...local.objects.keys()]).toEqual([`${folder}/output.json`]);
    },
  );

  it('is forgotten when it has ended and a thousand have been started after it, its objects with it', async () => {
    const local = bench({ asyncInvokeMs: 60_000 }); // longer than a busy machine takes to start a thousand
    const first = await arnOf(await start(local));
    local.passTime(60_000);
    const second = await arnOf(await start(local));
    for (let index = 0; index < 998; index += 1) await start(local);
    expect((await get(local, first))['status']).toBe('Completed');
    await start(local);
    await start(local);
    const forgotten = { message: 'The invocation ARN is invalid or does not exist.' };
    expect(await get(local, first)).toEqual(forgotten);
    // It has not ended, and is not forgotten before its time.
    expect((await get(local, second))['status']).toBe('InProgress');
    expect(local.objects.size).toBe(1001);
    local.passTime(60_000);
    await start(local);
    expect(await get(local, second)).toEqual(forgotten);
    expect([...local.objects.keys()].some((address) => address.includes(second.split('/')[1] ?? '?'))).toBe(
      false,
    );
    expect(local.objects.size).toBeLessThanOrEqual(1000);
  });

  it('goes earlier when the objects of all are more than 128 MiB together', async () => {
    const body = new Uint8Array(50 * 1024 * 1024);
    const local = bench({ asyncInvokeMs: 0, models: { [model]: () => ({ body }) } });
    const arns: string[] = [];
    for (let index = 0; index < 4; index += 1) {
      arns.push(await arnOf(await start(local)));
      // Its output is written.
      await get(local, arns.at(-1) ?? '');
    }
    const statuses = await Promise.all(arns.map(async (arn) => (await get(local, arn))['status']));
    expect(statuses).toEqual([undefined, 'Completed', 'Completed', 'Completed']);
    expect([...local.objects.values()].map(({ length }) => length)).toEqual(Array(3).fill(body.length));
  });

  it.each([
    ['amazon.nova-reel-v1:1', new Uint8Array([0, 0, 0, 24]), 'output.mp4'],
    ['luma.ray-v2:0', new Uint8Array([0, 0, 0, 24]), 'output.mp4'],
    ['amazon.nova-reel-v1:1', { shots: 1 }, 'output.json'],
    ['amazon.nova-2-multimodal-embeddings-v1:0', new Uint8Array([0, 0, 0, 24]), 'output.json'],
  ])('of %s, whose handler gives %j, writes %s', async (modelId, body, file) => {
    const local = bench({ asyncInvokeMs: 0, models: { '*': () => ({ body }) } });
    const arn = await arnOf(await start(local, { modelId }));
    await get(local, arn);
    expect([...local.objects.keys()]).toEqual([`s3://bucket/out/${arn.split('/')[1] ?? ''}/${file}`]);
  });

  it('that fails says why', async () => {
    const failing = (): never => {
      throw new Error('no camera');
    };
    const local = bench({ asyncInvokeMs: 0, models: { [model]: failing } });
    expect(await get(local, await arnOf(await start(local)))).toMatchObject({
      status: 'Failed',
      failureMessage: expect.stringContaining('no camera') as string,
    });
  });

  it('is started once for a client request token, and refused for another request with the same', async () => {
    const local = bench();
    const clientRequestToken = 'token-1';
    const first = await arnOf(await start(local, { clientRequestToken }));
    expect(await arnOf(await start(local, { clientRequestToken }))).toBe(first);
    const other = await start(local, { clientRequestToken, modelInput: { other: true } });
    expect(await errorOf(other)).toMatchObject({ status: 400, type: 'ConflictException' });
    expect((await list(local)).asyncInvokeSummaries).toHaveLength(1);
  });

  it('that nobody started is not valid', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:async-invoke/abcdefabcdef';
    expect(await get(bench(), arn)).toEqual({ message: 'The invocation ARN is invalid or does not exist.' });
  });
});

describe('the list of invocations', () => {
  it('comes page by page, newest first unless asked otherwise', async () => {
    const local = bench();
    const arns: string[] = [];
    for (let count = 0; count < 5; count += 1)
      arns.push(await arnOf(await start(local, { modelInput: { count } })));
    const pages: string[][] = [];
    let nextToken: string | undefined;
    do {
      const page = await list(local, { maxResults: '2', ...(nextToken === undefined ? {} : { nextToken }) });
      pages.push(page.asyncInvokeSummaries.map(({ invocationArn }) => invocationArn));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual([...arns].reverse());
    const ascending = await list(local, { sortOrder: 'Ascending' });
    expect(ascending.asyncInvokeSummaries.map(({ invocationArn }) => invocationArn)).toEqual(arns);
  });

  it('has each that fits all the time once, whatever begins and ends between two pages', async () => {
    const between = fc.array(fc.constantFrom('start' as const, 'pass time' as const), { maxLength: 2 });
    const asked = fc.record({
      sortOrder: fc.constantFrom('Ascending', 'Descending'),
      statusEquals: fc.constantFrom('', 'InProgress', 'Completed'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(between, { minLength: 1, maxLength: 6 }), asked, async (steps, asked) => {
        const local = bench({ asyncInvokeMs: 2000 });
        const query = asked.statusEquals ? asked : { sortOrder: asked.sortOrder };
        const all = async () => (await list(local, query)).asyncInvokeSummaries.map(arnIn);
        const happen = async (events: readonly string[]) => {
          for (const each of events)
            if (each === 'start') await start(local);
            else local.passTime(1000);
        };
        for (const each of steps) await happen(['start', ...each]);
        let fitting = await all();
        const seen: string[] = [];
        let nextToken: string | undefined;
        do {
          const page = await list(local, { ...query, maxResults: '1', ...(nextToken && { nextToken }) });
          seen.push(...page.asyncInvokeSummaries.map(arnIn));
          nextToken = page.nextToken;
          await happen(steps[seen.length % steps.length] ?? []);
          const now = new Set(await all());
          fitting = fitting.filter((arn) => now.has(arn));
        } while (nextToken !== undefined && seen.length < 30);
        expect(seen).toEqual([...new Set(seen)]);
        expect(seen).toEqual(expect.arrayContaining(fitting));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('holds those of a status and of a time', async () => {
    let now = new Date('2026-01-15T12:00:00Z');
    const local = bench({ clock: () => now, asyncInvokeMs: 1000 });
    const early = await arnOf(await start(local, { modelInput: { n: 1 } }));
    now = new Date('2026-01-15T12:01:00Z');
    const late = await arnOf(await start(local, { modelInput: { n: 2 } }));
    const arnsWith = async (query: Record<string, string>) =>
      (await list(local, query)).asyncInvokeSummaries.map(({ invocationArn }) => invocationArn);
    expect(await arnsWith({ statusEquals: 'Completed' })).toEqual([early]);
    expect(await arnsWith({ statusEquals: 'InProgress' })).toEqual([late]);
    expect(await arnsWith({ submitTimeAfter: '2026-01-15T12:00:30Z' })).toEqual([late]);
    expect(await arnsWith({ submitTimeBefore: '2026-01-15T12:00:30Z' })).toEqual([early]);
  });

  it.each([
    ['maxResults', 'many', 'SerializationException'],
    ['maxResults', '0', 'ValidationException'],
    ['maxResults', '0x42', 'SerializationException'],
    ['submitTimeAfter', 'yesterday', 'SerializationException'],
    ['submitTimeAfter', 'Tue, 29 Apr 2014 18:30:38 GMT', 'SerializationException'],
    ['submitTimeAfter', '1996-12-19T16:39:57', 'SerializationException'],
    ['submitTimeBefore', '1996-12-19 16:39:57Z', 'SerializationException'],
    ['submitTimeBefore', '1996-12-19T16:39Z', 'SerializationException'],
    ['statusEquals', 'Lost', 'ValidationException'],
    ['nextToken', 'b2Zmc2V0PXg=', 'ValidationException'],
  ])('is refused where %s is %s', async (name, value, type) => {
    const response = await bench().fetch(`http://bedrock.test/async-invoke?${name}=${value}`);
    expect(await errorOf(response)).toMatchObject({ status: 400, type });
  });
});
