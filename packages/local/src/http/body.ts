/**
 * Request bodies of the in-process face: of bytes, or of a web stream.
 */
import { joined, streamOf } from '../bytes.ts';
import { BodyTooLarge, type RequestBody } from './exchange.ts';

const empty = new Uint8Array(0);

/** A body that is in memory already. */
export function wholeBody(bytes: Uint8Array = empty): RequestBody {
  return {
    bytes: (limit) =>
      bytes.length > limit ? Promise.reject(new BodyTooLarge(limit)) : Promise.resolve(bytes),
    stream: () => streamOf(bytes),
  };
}

/** A body that still arrives. */
export function arrivingBody(stream: ReadableStream<Uint8Array>): RequestBody {
  return { bytes: (limit) => readAll(stream, limit), stream: () => stream };
}

async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks);
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new BodyTooLarge(limit);
    }
    chunks.push(value);
  }
}
