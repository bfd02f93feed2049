import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isBytes } from '../src/values.ts';

describe('isBytes', () => {
  it.each<[string, unknown]>([
    ['a Uint8Array', new Uint8Array(2)],
    ['a Buffer', Buffer.from('ab')],
    ['a Uint8Array of another realm', runInNewContext('new Uint8Array(2)')],
  ])('knows %s', (_name, value) => {
    expect(isBytes(value)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['base64', { base64: 'AA==' }],
    ['a view of other elements', new Uint16Array(2)],
    ['a buffer without a view', new ArrayBuffer(2)],
    ['text', 'Uint8Array'],
    ['null', null],
    ['undefined', undefined],
  ])('does not take %s for bytes', (_name, value) => {
    expect(isBytes(value)).toBe(false);
  });
});
