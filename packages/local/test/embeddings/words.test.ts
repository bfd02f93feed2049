import { expect, it } from 'vitest';
import { wordsOf } from '../../src/embeddings/words.ts';

it('words have no accents, wherever these stand', () => {
  expect(wordsOf('Café cafe\u0301 CAFÉ')).toEqual(['cafe', 'cafe', 'cafe']);
});

it('a run of accents takes time in proportion to its length', { timeout: 5_000 }, () => {
  expect(wordsOf(`a${'\u0301\u0323'.repeat(100_000)} b`)).toEqual(['a', 'b']);
});
