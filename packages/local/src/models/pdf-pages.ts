/**
 * How many pages a PDF has, counted as its page objects, also where they lie in compressed object streams.
 *
 * ISO 32000-1 sections 7.7.3.3 (page objects) and 7.5.7 (object streams).
 */

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

/** One character a byte, so that an index in the text is an offset in the bytes. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** As much as can be inflated: the line end before `endstream` makes the last read fail after everything is out. */
async function inflate(bytes: Uint8Array): Promise<string> {
  const compressed = new Blob([bytes]).stream();
  const stream: ReadableStream<Uint8Array> = compressed.pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += latin1(value);
    }
  } catch {
    return text;
  }
}
