import { expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';

test('random, mutated and forged input raises only errors of its own, however it is cut', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const report = await fuzz({ runs: 10_000, seed });
  expect(report.messages).toBeGreaterThan(1000);
  expect(report.peakBytes).toBeLessThan(256 * 1_048_576);
  // Each of these must have come up, or the input is not as varied as it should be.
  for (const code of [
    'not-event-stream',
    'prelude-checksum',
    'message-checksum',
    'message-length',
    'headers-length',
    'header-truncated',
    'header-type-unknown',
    'header-utf8',
    'truncated',
  ])
    expect(report.refused[code], code).toBeGreaterThan(0);
});
