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
  readonly data: Uint8Array;
}

/** The streams in the order of the file, and at the end what stands behind the last. One pass, however damaged the file is. */
export function* pdfStreams(bytes: Uint8Array): Generator<PdfStream> {
  const file = latin1(bytes);
  const keyword = />>\s*stream\r?\n/g;
  let from = 0;
  for (let found = keyword.exec(file); found !== null; found = keyword.exec(file)) {
    const between = file.slice(from, found.index);
    const object = between.lastIndexOf(' obj') + 4;
    const start = keyword.lastIndex;
    const end = file.indexOf('endstream', start);
    from = end < 0 ? file.length : end;
    keyword.lastIndex = from;
    yield {
      before: between.slice(0, object),
      dictionary: between.slice(object),
      data: bytes.subarray(start, from),
    };
  }
  yield { before: file.slice(from), dictionary: '', data: new Uint8Array(0) };
}

export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 5)) === '%PDF-';
}

/** The bytes of a stream as it says that they are packed. */
export async function contentOf({ dictionary, data }: PdfStream): Promise<string> {
  return dictionary.includes('/FlateDecode') ? inflate(data) : latin1(data);
}

/** One character a byte, so that an index in the text is an offset in the bytes. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/**
 * As much as can be inflated: the line end before `endstream`, of one or two bytes, makes the last read fail. These bytes come apart, since
 * Bun 1.4 and Deno 2.9 lose with the failure what they inflated of the same piece.
 */
async function inflate(bytes: Uint8Array): Promise<string> {
  // A view of a plain buffer, which is what a DecompressionStream takes.
  const all = bytes as Uint8Array<ArrayBuffer>;
  const compressed = streamOf(all.subarray(0, -2), all.subarray(-2, -1), all.subarray(-1));
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
