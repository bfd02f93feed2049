import { expect, it } from 'vitest';
import { conformance } from './conformance.ts';

it('the list is whole', () => {
  expect(conformance).toHaveLength(97);
});

for (const [title, run] of conformance) it(title, run);
