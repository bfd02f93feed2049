import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSealOf, seal, sealBytes } from '../../src/language/reasoning-seal.ts';

it('a signature belongs to its text and to no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      async (text, other) => {
        const signature = await seal(text, 'a');
        expect(await isSealOf(text, signature, 'a')).toBe(true);
        expect(await isSealOf(other, signature, 'a')).toBe(other === text);
      },
    ),
  );
});

it('a signature in which any character was changed is found out', async () => {
  const signature = await seal('a thought', 'a');
  for (let index = 0; index < signature.length; index += 1) {
    const changed =
      signature.slice(0, index) + (signature[index] === 'A' ? 'B' : 'A') + signature.slice(index + 1);
    expect(await isSealOf('a thought', changed, 'a'), `character ${index}`).toBe(false);
  }
});

it('thoughts that cannot be read are found out by any changed byte, and by a missing one', async () => {
  const sealed = await sealBytes('a thought', 'a');
  expect(await isSealOf(undefined, sealed, 'a')).toBe(true);
  for (const index of sealed.keys()) {
    const changed = Uint8Array.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(await isSealOf(undefined, changed, 'a'), `byte ${index}`).toBe(false);
  }
  expect(await isSealOf(undefined, sealed.subarray(1), 'a')).toBe(false);
  expect(await isSealOf(undefined, sealed.subarray(0, -1), 'a')).toBe(false);
});

it('a signature of another model is found out', async () => {
  expect(await isSealOf('a thought', await seal('a thought', 'a'), 'b')).toBe(false);
  expect(await isSealOf(undefined, await sealBytes('a thought', 'a'), 'b')).toBe(false);
});
