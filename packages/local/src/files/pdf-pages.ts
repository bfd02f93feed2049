/**
 * How many pages a PDF has: the number of its page objects, those in compressed object streams among them. A page that was written again
 * when the file was signed or filled in has the number of the earlier one, and counts once.
 *
 * ISO 32000-1 sections 7.7.3.3 (page objects), 7.5.6 (incremental updates) and 7.5.7 (object streams).
 */
import { isPdf, pdfStreams } from './pdf-streams.ts';

const pageObject = /\/Type\s*\/Page(?![A-Za-z])/;
const objectStream = /\/Type\s*\/ObjStm(?![A-Za-z])/;

/** Undefined when the bytes are no PDF, or show no page, as an encrypted one. */
export async function pdfPages(bytes: Uint8Array): Promise<number | undefined> {
  if (!isPdf(bytes)) return undefined;
  const pages = new Set<string>();
  for (const stream of pdfStreams(bytes)) {
    let object = '';
    for (const [, number] of stream.before.matchAll(
      /(\d{1,10}) \d{1,5} obj\b|\/Type\s*\/Page(?![A-Za-z])/g,
    )) {
      if (number === undefined) pages.add(object);
      else object = number;
    }
    if (!objectStream.test(stream.dictionary)) continue;
    for (const [number, text] of packedObjects(await stream.content(), stream.dictionary))
      if (pageObject.test(text)) pages.add(number);
  }
  return pages.size || undefined;
}

/** In front of the objects stand the number of each and its offset, which grows from one to the next. */
function* packedObjects(content: string, dictionary: string): Generator<[number: string, text: string]> {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  let number: string | undefined;
  let start = first;
  for (const [, next, offset] of content.slice(0, first).matchAll(/(\d{1,10})\s+(\d{1,10})/g)) {
    const end = first + Number(offset);
    if (end < start) continue;
    if (number !== undefined) yield [number, content.slice(start, end)];
    [number, start] = [next, end];
  }
  if (number !== undefined) yield [number, content.slice(start)];
}
