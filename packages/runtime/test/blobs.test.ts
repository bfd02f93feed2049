import { expect, test } from 'vitest';
import { lifted, mapBlobs } from '../src/blobs.ts';

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
  const before = structuredClone(value);
  expect(mapBlobs(value, tree, lifted)).toEqual({
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
  expect(value).toEqual(before);
});

test('names the place of each blob', () => {
  const places: string[] = [];
  mapBlobs({ list: [{ bytes: 1 }, { inner: { bytes: 2 } }] }, tree, (_, path) => places.push(path));
  expect(places).toEqual(['list[0].bytes', 'list[1].inner.bytes']);
});

test.each([null, undefined, 'text', 1])('leaves %j alone', (value) => {
  expect(mapBlobs(value, tree, lifted)).toBe(value);
});
