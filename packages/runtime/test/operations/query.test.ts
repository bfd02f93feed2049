import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { query } from '../../src/operations/query.ts';

test('a query is sorted, and has what is there', () => {
  expect(query({ b: 'x y', a: 1, c: undefined, d: new Date('2026-01-02T03:04:05Z'), e: new Date(1) })).toBe(
    '?a=1&b=x%20y&d=2026-01-02T03%3A04%3A05Z&e=1970-01-01T00%3A00%3A00.001Z',
  );
  expect(query({})).toBe('');
  expect(query({ a: undefined })).toBe('');
});

test('null is as absent, which is how AWS’s client takes it', () => {
  expect(query({ nextToken: null, maxResults: 5 })).toBe('?maxResults=5');
});

test('a date of another realm is a date', () => {
  const date = runInNewContext('new Date(5)') as Date;
  expect(query({ submitTimeAfter: date })).toBe('?submitTimeAfter=1970-01-01T00%3A00%3A00.005Z');
});

test.each([[new Date('never')], [['2026-01-15']], [{}]])('%j in place of a date is refused', (date) => {
  // The cast: the types let no list and no other object be given.
  expect(() => query({ submitTimeAfter: date as Date })).toThrow(
    expect.objectContaining({
      code: 'InvalidRequest',
      message: 'submitTimeAfter is not a valid date.',
    }) as Error,
  );
});
