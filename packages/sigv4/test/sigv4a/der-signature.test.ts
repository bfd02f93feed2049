import { expect, it } from 'vitest';
import { derSignature } from '../../src/sigv4a/der-signature.ts';

const number = (...end: number[]) => [...new Uint8Array(32 - end.length), ...end];

it('writes small numbers short, and a zero before a first bit that would mean a minus sign', () => {
  expect(derSignature(Uint8Array.from([...number(1), ...number(0x80)]))).toBe('300702010102020080');
  expect(derSignature(Uint8Array.from([...number(0x7f, 0xff), ...number(1, 0)]))).toBe(
    '300802027fff02020100',
  );
});

it('writes 32 bytes with the first bit set as 33', () => {
  const full = new Uint8Array(64).fill(0xff);
  expect(derSignature(full)).toBe(`3046022100${'ff'.repeat(32)}022100${'ff'.repeat(32)}`);
});
