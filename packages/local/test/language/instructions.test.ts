import { expect, it } from 'vitest';
import { followInstruction } from '../../src/language/instructions.ts';

it.each([
  ['repeat hi 3 times', 'hi hi hi'],
  ['Please repeat the word "hi" two times.', 'hi hi'],
  ['repeat the words: one two, 2 times', 'one two one two'],
  ['repeat: one two: 2 times', 'one two one two'],
  ['repeat the 2 times', 'the the'],
  ['repeat words 2 times', 'words words'],
  ['repeat the word 2 times', 'word word'],
  ['repeat 3 times 2 times', '3 times 3 times'],
  ['repeat a\n\n  b   2 times', 'a\n\n  b a\n\n  b'],
  ['repeat hi 1,000 times', Array(1000).fill('hi').join(' ')],
  ['repeat hi 0 times', ''],
  ['repeat hi many times', undefined],
  ['repeat 3 times', undefined],
  ['repeat after me', undefined],
  ['repeated 3 times', undefined],
  ['say: hi', 'hi'],
  ['count from 3 to one', '3 2 1'],
])('%j is followed with %j', (text, said) => {
  expect(followInstruction(text)).toBe(said);
});

it.each([
  ['spaces', `repeat a${' '.repeat(200_000)}b`],
  ['spaces, with an end', `repeat a${' '.repeat(200_000)}b 2 times`],
  ['repetitions', 'repeat '.repeat(30_000)],
  ['numbers', `repeat ${'5 '.repeat(100_000)}`],
  ['counting', 'count from '.repeat(20_000)],
  ['spaces before a number', `count${' '.repeat(200_000)}x`],
])('a long text of %s takes no longer than it is long', (_name, text) => {
  const start = performance.now();
  followInstruction(text);
  expect(performance.now() - start).toBeLessThan(500);
});
