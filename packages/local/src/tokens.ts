/**
 * The tokens of the built-in models: a plain, stable rule in place of a vendor's tokenizer.
 *
 * A token is up to eight letters or digits with the white space before them, or one other character. Counts are
 * therefore of the right order (English text comes to roughly four characters a token) and always the same, but
 * they are not a vendor's counts.
 */

const token = /\s*(?:[\p{L}\p{M}\p{N}_]{1,8}|\S)|\s+$/gu;

/** The tokens of a text, in order; joined they are the text. */
export function splitTokens(text: string): string[] {
  return text.match(token) ?? [];
}

export function countTokens(text: string): number {
  token.lastIndex = 0;
  let count = 0;
  while (token.test(text)) count += 1;
  return count;
}

/** The words of a text with the white space after them: what a stream sends one by one. Joined they are the text. */
export function splitWords(text: string): string[] {
  return text.match(/^\s+|\S+\s*/g) ?? [];
}
