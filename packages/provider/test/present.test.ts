import { expect, test } from 'vitest';
import { present } from '../src/present.ts';

test('what is there is kept by its name, without a value too, and nothing else', () => {
  const settings: { a?: number; b?: string | undefined; c?: null; d?: boolean } = {
    a: 1,
    b: undefined,
    c: null,
  };
  expect(Object.entries(present(settings, ['c', 'b', 'd']))).toEqual([
    ['c', null],
    ['b', undefined],
  ]);
});
