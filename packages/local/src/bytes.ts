/**
 * Bytes in the forms in which they come and go: as a blob of protocol's shapes, in pieces, as a stream.
 */
import { type BlobValue, isBytes } from '@bedrock-kit/protocol';
import { decodeBase64 } from './wire/base64.ts';

/** The bytes of a blob in either form, or of base64 text, which recorded answers hold. */
export function bytesOf(blob: BlobValue | string): Uint8Array {
  if (isBytes(blob)) return blob;
  return decodeBase64(typeof blob === 'string' ? blob : blob.base64) ?? new Uint8Array(0);
}

/** One array of all chunks. A single chunk is given back as it is. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** The pieces as a stream. Not by way of a Blob, because that of jsdom, which tests of web pages have, cannot stream. */
export function streamOf<Bytes extends Uint8Array>(...pieces: readonly Bytes[]): ReadableStream<Bytes> {
  return new ReadableStream({
    start(controller) {
      for (const bytes of pieces) if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
