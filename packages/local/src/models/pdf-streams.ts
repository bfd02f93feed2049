/**
 * The bytes of a PDF as text, and its compressed streams.
 *
 * ISO 32000-1 section 7.4.4 (FlateDecode).
 */

/** One character a byte, so that an index in the text is an offset in the bytes. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** As much as can be inflated: the line end before `endstream` makes the last read fail after everything is out. */
export async function inflate(bytes: Uint8Array): Promise<string> {
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
