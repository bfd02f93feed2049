import { expect, it } from 'vitest';
import { shareOfWords } from '../../src/guardrails/word-share.ts';

it.each([
  ['The rivers of Porto', 'the RIVER in Porto', 1],
  ['boxes', 'one box', 1],
  ['Lisbon lies on the Tagus', 'The Tagus', 2 / 4],
  ['Lisbon, Lisbon, Porto', 'Lisbon', 1 / 2],
  ['Lisbon', 'Porto', 0],
  ['up to it', 'Porto', 1],
])('of the words of %j, without their plurals and short ones, %j has the share %d', (text, other, share) => {
  expect(shareOfWords(text, other)).toBe(share);
});
