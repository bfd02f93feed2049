import { test } from 'vitest';
import { conformance } from './conformance.ts';

test.each(conformance)('%s', async (_, run) => {
  await run();
});
