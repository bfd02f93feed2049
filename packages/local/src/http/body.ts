/**
 * Request bodies from what the two faces have in hand: bytes, or a web stream.
 */
import { BodyTooLarge, type RequestBody } from './exchange.ts';

const empty = new Uint8Array(0);

/** A body that is in memory already. */
export function bytesBody(bytes: Uint8Array = empty): RequestBody {
  return {
    bytes: (limit) =>
      bytes.length > limit ? Promise.reject(new BodyTooLarge(limit)) : Promise.resolve(bytes),
    stream: () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          if (bytes.length > 0) controller.enqueue(bytes);
          controller.close();
        },
      }),
  };
}

/** A body that still arrives. */
export function streamBody(stream: ReadableStream<Uint8Array>): RequestBody {
  return { bytes: (limit) => readAll(stream, limit), stream: () => stream };
}

async function readAll(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new BodyTooLarge(limit);
    }
    chunks.push(value);
  }
}

/** One array of all chunks; the only chunk itself when there is but one. */
export function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
