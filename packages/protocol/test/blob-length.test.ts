import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blobLength, isBlob } from '../src/blob-length.ts';

test('the decoded length of base64 is that of its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(blobLength({ base64: Buffer.from(bytes).toString('base64') })).toBe(bytes.length);
      expect(blobLength(bytes)).toBe(bytes.length);
    }),
  );
});

test('a blob is bytes, or an object with base64 text', () => {
  const values = [
    new Uint8Array(1),
    Buffer.from('a'),
    runInNewContext('new Uint8Array(1)'), // of another realm, as jsdom and sandboxes have them
    { base64: '' },
    { base64: 1 },
    {},
    'AA==',
    null,
    [1],
    new ArrayBuffer(1),
  ];
  expect(values.map(isBlob)).toEqual([true, true, true, true, false, false, false, false, false, false]);
});
