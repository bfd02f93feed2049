/**
 * How much of one text is found in another, by its words: a plain stand-in for a judgement of meaning.
 */

/** The share of the different words of `text` that stand in `other`, 0 to 1; 1 for a text without words. */
export function shareOfWords(text: string, other: string): number {
  const wanted = wordsOf(text);
  if (wanted.size === 0) return 1;
  const there = wordsOf(other);
  let shared = 0;
  for (const word of wanted) if (there.has(word)) shared += 1;
  return shared / wanted.size;
}

/** Words of three letters and more, without the endings of plurals. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?:es|s)$/, '')));
}
