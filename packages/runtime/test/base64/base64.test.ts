import { fromBase64, writeBase64 } from '#base64';
import fc from 'fast-check';
import { expect, test } from 'vitest';

// https://www.rfc-editor.org/rfc/rfc4648#section-10
const vectors = [
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg=='],
  ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
] as const;

test.each(vectors)('RFC 4648 encodes and decodes %j', (text, base64) => {
  const bytes = new TextEncoder().encode(text);
  const target = new Uint8Array(base64.length + 2);
  writeBase64(bytes, target, 1);
  expect(new TextDecoder().decode(target)).toBe(`\0${base64}\0`);
  expect(fromBase64(base64)).toEqual(bytes);
});

test('bytes of more than one piece come back', () => {
  for (const length of [24_575, 24_576, 24_577, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 251);
    const target = new Uint8Array(Math.ceil(length / 3) * 4);
    writeBase64(bytes, target, 0);
    expect(new TextDecoder().decode(target)).toBe(Buffer.from(bytes).toString('base64'));
  }
});

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const target = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
      writeBase64(bytes, target, 0);
      expect(fromBase64(new TextDecoder().decode(target))).toEqual(bytes);
    }),
  );
});

test.each(['a', 'Zm9v!', 'é'])('refuses %j', (text) => {
  expect(() => fromBase64(text)).toThrow(/not base64|not correctly encoded|Invalid character/);
});
