import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { AsyncJobs } from '../../src/async/jobs.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it('what a job was asked for is not kept with it', async () => {
  const jobs = new AsyncJobs({
    region: 'us-east-1',
    accountId: '123456789012',
    now: () => new Date(),
    durationMs: 0,
    folder: undefined,
  });
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
