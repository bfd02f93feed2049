import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashedVector, textFeatures } from '../../src/embeddings/feature-hashing.ts';

function embed(text: string, dimensions = 1024): number[] {
  return hashedVector(textFeatures(text), dimensions);
}

function cosine(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, item, index) => sum + item * (right[index] ?? 0), 0);
}

/** A sentence, one that says much the same, and one about something else. */
const triples: readonly (readonly [sentence: string, similar: string, different: string])[] = [
  ['The cat sits on the mat.', 'A cat was sitting on the mat', 'Quarterly revenue grew by ten percent.'],
  ['How do I reset my password?', 'I forgot my login credentials', 'The train to Rome leaves at noon.'],
  ['sunny day at the beach', 'a warm afternoon on the coast', 'compile errors in a large program'],
  ['The puppy plays in the garden', 'A dog runs through the garden', 'Stocks fell sharply on Monday'],
  ['How can I return an order?', 'I want a refund for my purchase', 'Physicists study quantum particles'],
  ['Our flight to Paris was cancelled', 'The plane to Paris did not leave', 'She plays the guitar in a band'],
  ['automobile repair shop', 'fixing a broken car', 'chocolate cake recipe'],
  ['Der Zug nach Berlin ist verspätet', 'Verspätung des Zuges nach Berlin', 'Die Katze schläft auf dem Sofa'],
  ['東京の天気はどうですか', '今日の東京の天気', '猫が好きです'],
  ['Paris is the capital of France', 'The French capital is Paris', 'Bananas are rich in potassium'],
];

describe.each([256, 512, 1024, 3072])('in %d dimensions', (dimensions) => {
  it.each(triples)('%j is nearer to %j than to %j', (sentence, similar, different) => {
    const vector = embed(sentence, dimensions);
    const near = cosine(vector, embed(similar, dimensions));
    const far = cosine(vector, embed(different, dimensions));
    expect(near).toBeGreaterThan(far + 0.1);
  });
});

it('texts that have nothing in common are nearly orthogonal', () => {
  expect(Math.abs(cosine(embed('green apple'), embed('submarine voyage')))).toBeLessThan(0.1);
});

it('the order of the words makes a difference, a small one', () => {
  const similarity = cosine(embed('dog bites man'), embed('man bites dog'));
  expect(similarity).toBeGreaterThan(0.8);
  expect(similarity).toBeLessThan(0.999);
});

it('case, accents and white space make none', () => {
  expect(embed('Café  au lait')).toEqual(embed('cafe\nAU LAIT'));
});

it('every text but the empty one has a vector of length one, whatever its dimensions', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(256, 384, 512, 1024, 1536, 3072),
      (text, dimensions) => {
        const vector = embed(text, dimensions);
        expect(vector).toHaveLength(dimensions);
        const length = Math.sqrt(vector.reduce((sum, item) => sum + item * item, 0));
        // A text of spaces alone has no features.
        expect(Math.abs(length - (textFeatures(text).length === 0 ? 0 : 1))).toBeLessThan(1e-6);
        expect(embed(text, dimensions)).toEqual(vector);
      },
    ),
  );
});

it('the vectors are those of every other runtime and release', () => {
  const vector = embed('The quick brown fox jumps over the lazy dog', 256);
  const checksum = createHash('sha256').update(JSON.stringify(vector)).digest('hex');
  expect(checksum).toBe('81e6f96e91cdab8305469782ae23e830118fb84fab0d328ed57a17b6bc10fc72');
});
