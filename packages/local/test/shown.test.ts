import { describe, expect, it } from 'vitest';
import { shown } from '../src/shown.ts';

const holdsItself: object[] = [];
holdsItself.push(holdsItself);

describe('a value in a message', () => {
  it.each([
    ['a text as JSON, so that it is no number', '5', '"5"'],
    ['an object as JSON', { a: [1] }, '{"a":[1]}'],
    ['a number that JSON has not by its name', Number.NaN, 'NaN'],
    ['a large number as it is', 10n, '10'],
    ['nothing by its name', undefined, 'undefined'],
    ['null by its name', null, 'null'],
    ['a function as one', () => 5, 'a function'],
    ['an object that holds itself as one', holdsItself, 'an object'],
    ['a long text by its beginning', 'x'.repeat(300), `"${'x'.repeat(199)}...`],
  ])('is shown: %s', (_how, value, text) => {
    expect(shown(value)).toBe(text);
  });
});
