import { expect, test } from 'vitest';
import { label } from '../../src/operations/path.ts';

test('a label is one segment: all but the unreserved characters of RFC 3986 are encoded', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  expect(label(ascii.replace(/[ "']/g, ''), 'x')).toBe(
    '%21%23%24%25%26%28%29%2A%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~',
  );
  expect(label('é', 'x')).toBe('%C3%A9');
  expect(label('...', 'x')).toBe('...');
  // A gateway's own name.
  expect(label('Claude Sonnet', 'x')).toBe('Claude%20Sonnet');
});

test.each(['amazon.nova-lite-v1:0\n', ' x', 'a\nb', '"x"', "'x'", '', '..'])(
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
