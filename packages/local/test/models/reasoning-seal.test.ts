import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSealOf, seal, sealBytes } from '../../src/models/reasoning-seal.ts';

it('a signature belongs to its text and to no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
      async (text, other) => {
        const signature = await seal(text);
        expect(await isSealOf(text, signature)).toBe(true);
        expect(await isSealOf(other, signature)).toBe(other === text);
      },
    ),
  );
});

it('a signature in which any character was changed is found out', async () => {
  const signature = await seal('a thought');
  for (let index = 0; index < signature.length; index += 1) {
    const changed =
      signature.slice(0, index) + (signature[index] === 'A' ? 'B' : 'A') + signature.slice(index + 1);
    expect(await isSealOf('a thought', changed), `character ${index}`).toBe(false);
  }
});

it('thoughts that cannot be read are found out by any changed byte, and by a missing one', async () => {
  const sealed = await sealBytes('a thought');
  expect(await isSealOf(undefined, sealed)).toBe(true);
  for (const index of sealed.keys()) {
    const changed = Uint8Array.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(await isSealOf(undefined, changed), `byte ${index}`).toBe(false);
  }
  expect(await isSealOf(undefined, sealed.subarray(1))).toBe(false);
  expect(await isSealOf(undefined, sealed.subarray(0, -1))).toBe(false);
});
