import { expect, it } from 'vitest';
import { lifecycleNote } from '../src/lifecycle.ts';

const silent = { legacySince: undefined, endOfLife: undefined, replacement: undefined };

it.each(['active', 'unknown'] as const)('a model that goes on has no note: %s', (status) => {
  expect(lifecycleNote('a', { ...silent, status })).toBeUndefined();
});

it.each(['legacy', 'end-of-life'] as const)(
  'a model that ends says when, and what takes its place: %s',
  (status) => {
    expect(lifecycleNote('a', { ...silent, status, endOfLife: '2026-09-30', replacement: 'b' })).toBe(
      'a is a legacy model: calls fail after 2026-09-30. Use b.',
    );
  },
);

it('what no source says is left out of the note', () => {
  expect(lifecycleNote('a', { ...silent, status: 'legacy' })).toBe('a is a legacy model. Use another model.');
});
