/**
 * How many pages a PDF has, counted as its page objects, also where they lie in compressed object streams.
 *
 * ISO 32000-1 sections 7.7.3.3 (page objects) and 7.5.7 (object streams).
 */
import { inflate, latin1 } from './pdf-streams.ts';

const pageObject = /\/Type\s*\/Page(?![A-Za-z])/g;
const objectStream = /\/Type\s*\/ObjStm[^]*?stream\r?\n/g;

/** Undefined when the bytes are no PDF. */
export async function pdfPages(bytes: Uint8Array): Promise<number | undefined> {
  const text = latin1(bytes);
  if (!text.startsWith('%PDF-')) return undefined;
  let pages = text.match(pageObject)?.length ?? 0;
  for (const match of text.matchAll(objectStream)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const inflated = await inflate(bytes.subarray(start, end < 0 ? bytes.length : end));
    pages += inflated.match(pageObject)?.length ?? 0;
  }
  return pages;
}
