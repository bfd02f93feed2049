/**
 * A stream whose parts are said in other words.
 *
 * @module
 */

/** @param map `undefined` leaves the part out. */
export function mapStream<From, To>(
  stream: ReadableStream<From>,
  map: (part: From) => To | undefined,
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
          controller.enqueue(mapped);
          return;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead, as in the stream below.
    { highWaterMark: 0 },
  );
}
