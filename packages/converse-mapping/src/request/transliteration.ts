// Letters beyond ASCII in the Latin letters that people write them with, so that a name stays readable.
// https://www.unicode.org/reports/tr15/#Norm_Forms

/** What decomposition cannot do: Latin letters of their own, then Greek and Cyrillic by common romanisation. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...'ßss æae œoe øo đd ðd þth łl ıi ґg'
    .split(' ')
    .map((pair): [letter: string, latin: string] => [pair.charAt(0), pair.slice(1)]),
  ...alphabet('α', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...alphabet('а', 'a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'),
  ...alphabet('ђ', 'dj g ye dz i'),
]);

/** The letters from `first` on, as they follow each other in Unicode; `-` for one that is not written or not there. */
function alphabet(first: string, latin: string): [letter: string, latin: string][] {
  return latin
    .split(' ')
    .map((text, index) => [String.fromCharCode(first.charCodeAt(0) + index), text.replace('-', '')]);
}

/** Characters that have no Latin form are left as they are. */
export function transliterate(text: string): string {
  // Compatibility decomposition turns full-width letters and U+3000 into ASCII, and splits accents off their letters. Accents that stand
  // apart already go before, because to bring a run of them into order takes the square of its length: 64 kB of them took five seconds.
  return text
    .replace(/\p{M}/gu, '')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\p{L}/gu, latin);
}

function latin(letter: string): string {
  const lower = letter.toLowerCase();
  const written = LETTERS.get(lower);
  if (written === undefined) return letter;
  return lower === letter ? written : written.charAt(0).toUpperCase() + written.slice(1);
}
