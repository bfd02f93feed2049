/**
 * Vectors by feature hashing: each word, its parts and its neighbours are hashed to a few places of the vector, so that
 * texts with much in common get vectors that are near each other. No judgement of meaning, and the same in every runtime.
 *
 * Weinberger et al., Feature Hashing for Large Scale Multitask Learning, ICML 2009, section 2.
 */
import { hash32 } from '../digest.ts';
import { conceptsOf } from './concepts.ts';
import { isFunctionWord, stemOf, wordsOf } from './words.ts';

/** A feature and how much it counts. */
export type Feature = readonly [name: string, weight: number];

const weights = { word: 1, functionWord: 0.15, trigram: 0.2, pair: 0.4, concept: 1.2 };

/** Places that one feature touches: more of them make it less likely that two features are taken for one. */
const placesOfFeature = 3;

/** What a text is made of. */
export function textFeatures(text: string): Feature[] {
  const features: Feature[] = [];
  let before = '';
  for (const word of wordsOf(text)) {
    const stem = stemOf(word);
    if (isFunctionWord(word)) {
      features.push([`word ${word}`, weights.functionWord]);
      continue;
    }
    features.push([`word ${stem}`, weights.word]);
    for (const concept of new Set([...conceptsOf(word), ...conceptsOf(stem)]))
      features.push([concept, weights.concept]);
    const bounded = Array.from(`^${stem}$`);
    for (let index = 0; index + 3 <= bounded.length; index += 1)
      features.push([`part ${bounded.slice(index, index + 3).join('')}`, weights.trigram]);
    if (before !== '') features.push([`pair ${before} ${stem}`, weights.pair]);
    before = stem;
  }
  // A text of signs alone is told from others by its characters.
  if (features.length === 0) for (const sign of text) features.push([`sign ${sign}`, weights.word]);
  return features;
}

/**
 * The vector of some features: of length one, all zeros without any feature.
 *
 * Only additions, multiplications and a square root, which IEEE 754 rounds alike everywhere.
 */
export function hashedVector(features: readonly Feature[], dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const [name, weight] of features) {
    const seed = scattered(hash32(name));
    for (let place = 0; place < placesOfFeature; place += 1) {
      const hash = scattered(seed ^ Math.imul(place + 1, 0x9e3779b1));
      const index = (hash >>> 1) % dimensions;
      vector[index] = (vector[index] ?? 0) + (hash % 2 === 0 ? weight : -weight);
    }
  }
  return normalized(vector);
}

/** Scaled to length one. */
function normalized(vector: readonly number[]): number[] {
  let squares = 0;
  for (const item of vector) squares += item * item;
  const length = Math.sqrt(squares);
  return vector.map((item) => (length === 0 ? 0 : Math.fround(item / length)));
}

/** Vectors of one length laid over each other. */
export function averaged(vectors: readonly (readonly number[])[]): number[] {
  const [first = []] = vectors;
  return normalized(first.map((_, index) => vectors.reduce((sum, vector) => sum + (vector[index] ?? 0), 0)));
}

/** The finaliser of MurmurHash3: every bit of the input changes half of the bits. https://github.com/aappleby/smhasher */
function scattered(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
