// What is kept of asynchronous invocations, and for how long.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { AsyncJobs } from '../../src/async/jobs.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const settings = {
  region: 'us-east-1',
  accountId: '123456789012',
  now: () => new Date(),
  durationMs: 0,
  folder: undefined,
};

function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it('what a job was asked for is not kept with it', async () => {
  const jobs = new AsyncJobs(settings);
  const before = heapMegabytes();
  for (let index = 0; index < 40; index += 1) {
    const request = {
      modelId: 'a',
      modelInput: { index, media: 'x'.repeat(2 ** 20).concat(String(index)) },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/out' } },
    };
    jobs.start(request, 'arn', () => Promise.resolve({ files: {} }));
  }
  expect(await jobs.list()).toHaveLength(40);
  expect(heapMegabytes() - before).toBeLessThan(10);
});

it('of more than a thousand the oldest that has ended is forgotten with what it wrote, and none that is under way', async () => {
  const jobs = new AsyncJobs(settings);
  const request = {
    modelId: 'a',
    modelInput: {},
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://bucket/out' } },
  };
  const written = () => Promise.resolve({ files: { 'output.json': new Uint8Array(1) } });
  const waiting = jobs.start(request, 'arn', () => new Promise(() => undefined));
  const [first, second] = [jobs.start(request, 'arn', written), jobs.start(request, 'arn', written)];
  await vi.waitFor(() => {
    expect(jobs.objects.size).toBe(2);
  });
  for (let count = 4; count <= 1001; count += 1)
    jobs.start(request, 'arn', () => Promise.resolve({ files: {} }));
  expect(await jobs.list()).toHaveLength(1000);
  expect(await Promise.all([waiting, first, second].map((arn) => jobs.find(arn)))).toMatchObject([
    { status: 'InProgress' },
    undefined,
    { status: 'Completed' },
  ]);
  expect(jobs.objects.size).toBe(1);
});
