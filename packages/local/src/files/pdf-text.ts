/**
 * The words that a PDF shows, page by page, as far as they stand in plain text operators: enough to cite a page of a document
 * made for a test. Fonts with their own encodings, forms and scanned pages have no words here.
 *
 * ISO 32000-1 sections 7.3.4.2 (literal strings), 7.8.2 (content streams) and 9.4.3 (text-showing operators).
 */
import { isPdf, pdfStreams } from './pdf-streams.ts';

/** The text of each content stream that shows any, in the order of the file. */
export async function pdfTexts(bytes: Uint8Array): Promise<string[]> {
  if (!isPdf(bytes)) return [];
  const texts: string[] = [];
  for (const stream of pdfStreams(bytes)) {
    // A scanned page is a hundred times its size when it is unpacked.
    if (/\/Subtype\s*\/Image(?![A-Za-z])/.test(stream.dictionary)) continue;
    const words = shownText(await stream.content());
    if (words !== '') texts.push(words);
  }
  return texts;
}

/**
 * A string, an end of a list, a word. What does not close is read once all the same, and nothing repeats so often that the engine would
 * run out of its stack: a string has 32,767 bytes at most (annex C).
 */
const tokens = /\([^\\()]*(?:\\[^][^\\()]*){0,32767}\)?|[[\]]|[^\s()[\]]+/g;

/** What stands between BT and ET in front of an operator that shows it: a string, or the strings of a list. */
function shownText(content: string): string {
  const shown: string[] = [];
  for (const block of textObjects(content)) {
    let operand = '';
    let isInList = false;
    for (const [token] of block.matchAll(tokens)) {
      if (token.startsWith('(')) operand = (isInList ? operand : '') + unescaped(token.slice(1, -1));
      else if (token === ']') isInList = false;
      else if (!isInList) {
        // Control characters are glyphs of the font's own: ligatures of LaTeX, or all that a subset of Ghostscript's has.
        const words = /^(?:T[Jj]|['"])/.test(token) ? operand.replace(/[^\P{Cc}\s]/gu, '') : '';
        if (words.length * 2 > operand.length) shown.push(words);
        operand = '';
        isInList = token === '[';
      }
    }
  }
  return shown.join(' ').replace(/\s+/g, ' ').trim();
}

/** Not by one expression, which would look for ET behind each BT of a content that has none. */
function* textObjects(content: string): Generator<string> {
  const begin = /\bBT\b/g;
  const end = /\bET\b/g;
  while (begin.test(content)) {
    end.lastIndex = begin.lastIndex;
    const found = end.exec(content);
    if (found === null) return;
    yield content.slice(begin.lastIndex, found.index);
    begin.lastIndex = end.lastIndex;
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|([^]))/g, (_whole, octal: string | undefined, sign = '') =>
    octal === undefined
      ? (escapes[String(sign)] ?? String(sign))
      : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
