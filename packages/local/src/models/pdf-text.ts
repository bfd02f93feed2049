/**
 * The words that a PDF shows, page by page, as far as they stand in plain text operators: enough to cite a page of a document
 * made for a test. Fonts with their own encodings, forms and scanned pages have no words here.
 *
 * ISO 32000-1 sections 7.3.4.2 (literal strings), 7.8.2 (content streams) and 9.4.3 (text-showing operators).
 */
import { inflate, latin1 } from './pdf-streams.ts';

/** One text a content stream that shows any, in the order of the file. */
export async function pdfTexts(bytes: Uint8Array): Promise<string[]> {
  const file = latin1(bytes);
  if (!file.startsWith('%PDF-')) return [];
  const texts: string[] = [];
  for (const match of file.matchAll(/<<((?:(?!>>\s*endobj)[^])*?)>>\s*stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = file.indexOf('endstream', start);
    const raw = bytes.subarray(start, end < 0 ? bytes.length : end);
    const content = match[1]?.includes('/FlateDecode') === true ? await inflate(raw) : latin1(raw);
    const words = shownText(content);
    if (words !== '') texts.push(words);
  }
  return texts;
}

/** What stands between BT and ET in front of an operator that shows it. */
function shownText(content: string): string {
  const shown: string[] = [];
  for (const [, block = ''] of content.matchAll(/\bBT\b([^]*?)\bET\b/g)) {
    for (const [, operand = ''] of block.matchAll(/(\[[^\]]*\]|\((?:\\[^]|[^\\()])*\))\s*(?:Tj|TJ|'|")/g)) {
      const strings = operand.match(/\((?:\\[^]|[^\\()])*\)/g) ?? [];
      shown.push(strings.map((one) => unescaped(one.slice(1, -1))).join(''));
    }
  }
  return shown.join(' ').replace(/\s+/g, ' ').trim();
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|([^]))/g, (_whole, octal: string | undefined, sign = '') =>
    octal === undefined
      ? (escapes[String(sign)] ?? String(sign))
      : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
