/**
 * Numbers that look random and are the same for the same seed.
 *
 * The generator is xorshift32: Marsaglia, Xorshift RNGs, Journal of Statistical Software 8 (2003).
 */

/** Gives numbers from 0 up to, but not including, 1. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  // The state must never be zero.
  let state = seed >>> 0 || 0x9e3779b9;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // The first numbers of neighbouring seeds are near each other, so they are dropped.
  for (let round = 0; round < 8; round += 1) next();
  return next;
}
