import { expect, test } from 'vitest';
import { conformance } from './conformance.ts';

test('the list that every runtime runs has 13 facts', () => {
  expect(conformance.length).toBe(13);
});

test.each(conformance)('%s', (_, run) => run());
