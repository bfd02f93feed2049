/**
 * Request bodies of the in-process face: of bytes, or of a web stream.
 */
import { joined, streamOf } from '../bytes.ts';
import { BodyTooLarge, ConnectionReset, type RequestBody } from './exchange.ts';

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
export function arrivingBody(source: ReadableStream<Uint8Array>, gone: AbortSignal): RequestBody {
  const stream = untilGone(source, gone);
  return { bytes: (limit) => readAll(stream, limit), stream: () => stream };
}

/** The stream, which breaks when its client goes. The source is let go then, though it may have nothing to say at that time. */
function untilGone(source: ReadableStream<Uint8Array>, gone: AbortSignal): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream(
    {
      start(controller) {
        gone.addEventListener('abort', () => {
          controller.error(new ConnectionReset());
          void reader.cancel(gone.reason).catch(() => undefined);
        });
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (gone.aborted) return;
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
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
