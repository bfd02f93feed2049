// Letters beyond ASCII in the Latin letters that people write them with, so that a name stays readable.
// https://www.unicode.org/reports/tr15/#Norm_Forms

/** What decomposition cannot do: Latin letters of their own, then Greek and Cyrillic by common romanisation. */
const LETTERS: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ...pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo'),
  ...pairs(
    'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya іi їi єye ґg',
  ),
};

function pairs(text: string): { [letter: string]: string } {
  return Object.fromEntries(text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));
}

/** Characters that have no Latin form are left as they are. */
export function transliterate(text: string): string {
  // Compatibility decomposition turns full-width letters and U+3000 into ASCII, and splits accents off their letters.
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\p{L}/gu, latin);
}

function latin(letter: string): string {
  const lower = letter.toLowerCase();
  const written = Object.hasOwn(LETTERS, lower) ? LETTERS[lower] : undefined;
  if (written === undefined) return letter;
  return lower === letter ? written : written.charAt(0).toUpperCase() + written.slice(1);
}
