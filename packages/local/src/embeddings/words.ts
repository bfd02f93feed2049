/**
 * The words of a text as embeddings and ranking compare them: lower case, without accents, without common endings.
 */

/** In the order of the text. */
export function wordsOf(text: string): string[] {
  // Accents that stand apart go first: to bring a run of them into order takes the square of its length.
  const plain = text
    .replace(/\p{M}+/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word without its English endings, so that `sitting`, `sits` and `sit` are one. */
export function stemOf(word: string): string {
  const stem = word
    .replace(/ies$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '')
    .replace(/(?<=(?:ss|x|ch|sh|z))es$/, '')
    .replace(/(?<=[a-z]{2}[^su])s$/, '');
  return stem.length > 3 ? stem.replace(/([b-df-hj-km-np-rtv-xz])\1$/, '$1').replace(/e$/, '') : stem;
}

const functionWords = new Set(
  (
    'a an the this that these those and or but nor if then than so as of in on at by for from to with without into ' +
    'over under about up down out off is are was were be been being am do does did done have has had will would ' +
    'can could shall should may might must i you he she it we they me him her us them my your his its our their ' +
    'what which who whom whose when where why how not no yes there here very just also'
  ).split(' '),
);

/** True for words that hold a sentence together and say little about what it is about. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}
