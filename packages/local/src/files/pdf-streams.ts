/**
 * The bytes of a PDF as text, and its streams.
 *
 * ISO 32000-1 sections 7.3.8 (streams) and 7.4.4 (FlateDecode).
 */
import { streamOf } from '../bytes.ts';

export interface PdfStream {
  /** What stands between the stream before and this one, in front of its dictionary. */
  readonly before: string;
  readonly dictionary: string;
  /** Its bytes, unpacked as the dictionary says. */
  content(): Promise<string>;
}

/** What is unpacked of a file, in bytes: deflate makes a thousand of one. */
const mostUnpacked = 32 * 1024 * 1024;

/** The streams in the order of the file, and at the end what stands behind the last. One pass, however damaged the file is. */
export function* pdfStreams(bytes: Uint8Array): Generator<PdfStream> {
  const file = latin1(bytes);
  const keyword = />>\s*stream\r?\n/g;
  let left = mostUnpacked;
  const contentOf = async (dictionary: string, data: Uint8Array): Promise<string> => {
    if (!dictionary.includes('/FlateDecode')) return latin1(data);
    const content = await inflate(data, left);
    left -= content.length;
    return content;
  };
  let from = 0;
  for (let found = keyword.exec(file); found !== null; found = keyword.exec(file)) {
    const between = file.slice(from, found.index);
    const object = between.lastIndexOf(' obj') + 4;
    const start = keyword.lastIndex;
    const end = file.indexOf('endstream', start);
    from = end < 0 ? file.length : end;
    keyword.lastIndex = from;
    const dictionary = between.slice(object);
    const data = bytes.subarray(start, from);
    yield { before: between.slice(0, object), dictionary, content: () => contentOf(dictionary, data) };
  }
  yield { before: file.slice(from), dictionary: '', content: () => Promise.resolve('') };
}

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 5)) === '%PDF-';
}

/** One character a byte, so that an index in the text is an offset in the bytes. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/**
 * As much as can be inflated: the line end before `endstream`, of one or two bytes, makes the last read fail. These bytes come apart, since
 * Bun 1.4 and Deno 2.9 lose with the failure what they inflated of the same piece.
 *
 * @param most - bytes, beyond which no more is unpacked
 */
async function inflate(bytes: Uint8Array, most: number): Promise<string> {
  // A view of a plain buffer, which is what a DecompressionStream takes.
  const all = bytes as Uint8Array<ArrayBuffer>;
  const compressed = streamOf(all.subarray(0, -2), all.subarray(-2, -1), all.subarray(-1));
  const stream: ReadableStream<Uint8Array> = compressed.pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let text = '';
  try {
    while (text.length < most) {
      const { done, value } = await reader.read();
      if (done) break;
      text += latin1(value);
    }
    await reader.cancel();
  } catch {
    // What came before it is all there is.
  }
  return text;
}
