import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { label, query } from '../../src/operations/path.ts';

test('a label is one segment: all but the unreserved characters of RFC 3986 are encoded', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  expect(label(ascii.replace(/[ "']/g, ''), 'x')).toBe(
    '%21%23%24%25%26%28%29%2A%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~',
  );
  expect(label('é', 'x')).toBe('%C3%A9');
  expect(label('...', 'x')).toBe('...');
});

test.each(['amazon.nova-lite-v1:0\n', ' x', 'a b', '"x"', "'x'", '', '..'])(
  'an id that is %j, as of a file or a variable, is refused, and shown as it is',
  (id) => {
    expect(() => label(id, 'modelId')).toThrow(
      expect.objectContaining({
        code: 'InvalidRequest',
        message: `modelId: expected an id, found ${JSON.stringify(id)}`,
      }) as Error,
    );
  },
);

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
