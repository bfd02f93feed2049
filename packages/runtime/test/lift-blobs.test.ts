import { expect, test } from 'vitest';
import { liftBlobs } from '../src/lift-blobs.ts';

const tree = { list: { bytes: true, inner: { bytes: true } } } as const;

test('wraps the strings where blobs stand, through lists, and nothing else', () => {
  const value = {
    bytes: 'not here',
    list: [
      { bytes: 'YQ==', other: 'x' },
      { inner: { bytes: 'Yg==' } },
      'text',
      null,
      { bytes: 1 },
      { inner: null },
    ],
  };
  liftBlobs(value, tree);
  expect(value).toEqual({
    bytes: 'not here',
    list: [
      { bytes: { base64: 'YQ==' }, other: 'x' },
      { inner: { bytes: { base64: 'Yg==' } } },
      'text',
      null,
      { bytes: 1 },
      { inner: null },
    ],
  });
});

test.each([null, undefined, 'text', 1])('leaves %j alone', (value) => {
  expect(() => {
    liftBlobs(value, tree);
  }).not.toThrow();
});
