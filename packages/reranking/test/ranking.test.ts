import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedRanking, readResults } from '../src/ranking.ts';

const scores = fc.array(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { maxLength: 40 });

describe('a merged ranking', () => {
  it('of batches is that of all documents together', () => {
    fc.assert(
      fc.property(
        scores,
        fc.integer({ min: 1, max: 7 }),
        fc.option(fc.nat(10), { nil: undefined }),
        (all, size, topN) => {
          const whole = all.map((relevanceScore, index) => ({ index, relevanceScore }));
          const batches: unknown[][] = [];
          for (let offset = 0; offset < all.length; offset += size) {
            // As an answer has it: indices from 0 on, best first.
            const results = all
              .slice(offset, offset + size)
              .map((relevanceScore, index) => ({ index, relevanceScore }));
            batches.push(results.sort((left, right) => right.relevanceScore - left.relevanceScore));
          }
          const ranked = batches.flatMap((results, batch) =>
            readResults(results, 'relevanceScore', batch * size, results.length),
          );
          const expected = whole
            .sort((left, right) => right.relevanceScore - left.relevanceScore || left.index - right.index)
            .slice(0, topN);
          expect(mergedRanking(ranked, topN)).toEqual(expected);
        },
      ),
    );
  });

  it('has the earlier of documents with equal scores first, however the answer has them', () => {
    const ranked = [2, 0, 3, 1].map((index) => ({ index, relevanceScore: index === 3 ? 0.75 : 0.5 }));
    expect(mergedRanking(ranked, undefined).map(({ index }) => index)).toEqual([3, 0, 1, 2]);
  });

  it('never has a document twice', () => {
    const twice = [
      { index: 3, relevanceScore: 0.5 },
      { index: 3, relevanceScore: 0.5 },
    ];
    expect(() => mergedRanking(twice, 1)).toThrow('document 3 is ranked twice');
  });
});
