/**
 * A stream with each of its parts mapped.
 *
 * @module
 */

/** @param map `undefined` leaves the part out, a list puts several in its place. */
export function mapStream<From, To extends object>(
  stream: ReadableStream<From>,
  map: (part: From) => To | readonly To[] | undefined,
): ReadableStream<To> {
  const reader = stream.getReader();
  return new ReadableStream<To>(
    {
      async pull(controller) {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            return;
          }
          const mapped = map(value);
          if (mapped === undefined) continue;
          if (Array.isArray(mapped)) for (const part of mapped as readonly To[]) controller.enqueue(part);
          else controller.enqueue(mapped as To);
          return;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead, as in the stream below.
    { highWaterMark: 0 },
  );
}
