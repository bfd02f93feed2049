// Each failure that `npm test` counts has a line that names it, which it prints once more at the end.
import { beforeEach, expect, test, vi } from 'vitest';
import { tally } from '../stages.js';

// `npm test` reads what its stages print, this test among them: these failures would be named as failures of the run.
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

const counted = (code) => tally(process.execPath, ['-e', code], process.env);

test('a program that counts its checks is believed', async () => {
  expect(await counted("console.log('not ok one\\n2 passed, 1 failed'); process.exitCode = 1")).toEqual({
    passed: 2,
    failed: 1,
    wrong: ['not ok one'],
  });
  expect(await counted("console.log('3 passed, 0 failed')")).toEqual({ passed: 3, failed: 0, wrong: [] });
});

test('a program that fails though it counts no failure is named', async () => {
  expect(await counted("console.log('3 passed, 0 failed'); process.exitCode = 7")).toEqual({
    passed: 3,
    failed: 1,
    wrong: [expect.stringMatching(/^not ok .+: it ended with status 7 though it had counted no failure$/)],
  });
});

test('a program that ends before it has counted is named', async () => {
  expect(await counted('process.exitCode = 3')).toEqual({
    passed: 0,
    failed: 1,
    wrong: [expect.stringMatching(/^not ok .+: it ended with status 3 before it had counted its checks$/)],
  });
});
