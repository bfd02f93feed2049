/**
 * Documents in the order in which they answer a query, by the words that they share with it (Okapi BM25).
 *
 * Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.
 */
import { conceptsOf } from '../embeddings/concepts.ts';
import { isFunctionWord, stemOf, wordsOf } from '../embeddings/words.ts';

/** A document of the list, by its place. */
export interface Ranked {
  readonly index: number;
  /** 0 (no word in common) to 1. */
  readonly score: number;
}

/** The usual values: how fast repetition stops counting, and how much length counts against a document. */
const saturation = 1.2;
const lengthWeight = 0.75;
/** A word that means much the same counts for less than the word itself. */
const kinshipWeight = 0.5;

/** Best first; equal scores keep the order of the documents. */
export function rank(query: string, documents: readonly string[]): Ranked[] {
  const wanted = [...new Set(termsOf(query))];
  const bags = documents.map(bagOf);
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / Math.max(bags.length, 1) || 1;
  const weights = wanted.map((word) => {
    const holding = bags.filter((bag) => bag.counts.has(word)).length;
    const rarity = Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5));
    return isWord(word) ? rarity : rarity * kinshipWeight;
  });
  // The score of the query itself as a document is the scale of all others.
  const own = saturation * (1 - lengthWeight + (lengthWeight * wanted.filter(isWord).length) / average);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.reduce((sum, weight, place) => {
    const isHeld = bags.some((bag) => bag.counts.has(wanted[place] ?? ''));
    return isHeld ? sum + weight : sum;
  }, 0);
  // Words that no document has do not tell documents apart: they lower the scores, but by less than their weight.
  const highest = (Math.sqrt(found * whole) * (saturation + 1)) / (1 + own) || 1;
  return bags
    .map((bag, index) => {
      const norm = saturation * (1 - lengthWeight + (lengthWeight * bag.length) / average);
      const score = wanted.reduce((sum, word, place) => {
        const count = bag.counts.get(word) ?? 0;
        return sum + ((weights[place] ?? 0) * count * (saturation + 1)) / (count + norm);
      }, 0);
      return { index, score: Math.min(score / highest, 1) };
    })
    .sort((left, right) => right.score - left.score || left.index - right.index);
}

interface Bag {
  readonly length: number;
  readonly counts: ReadonlyMap<string, number>;
}

function bagOf(text: string): Bag {
  const terms = termsOf(text);
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { length: terms.filter(isWord).length, counts };
}

/**
 * What a document is found by: its words without those that only hold a sentence together (unless there are no others),
 * and the groups of words that they belong to.
 */
function termsOf(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isFunctionWord(word));
  return (telling.length > 0 ? telling : words).flatMap((word) => {
    const stem = stemOf(word);
    return [stem, ...new Set([...conceptsOf(word), ...conceptsOf(stem)])];
  });
}

/** The name of a group has a space in it. */
function isWord(term: string): boolean {
  return !term.includes(' ');
}
