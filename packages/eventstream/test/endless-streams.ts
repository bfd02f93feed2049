// Streams without an end: one gives the same chunk again and again, one gives none, and both tell why they were cancelled. One more
// gives a chunk when it is told to.

export function endless(chunk: Uint8Array): {
  source: ReadableStream<Uint8Array>;
  cancelled: () => unknown[];
} {
  return observed((controller) => {
    controller.enqueue(chunk);
  });
}

export function silent(): { source: ReadableStream<Uint8Array>; cancelled: () => unknown[] } {
  return observed(() => new Promise(() => undefined));
}

function observed(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>): {
  source: ReadableStream<Uint8Array>;
  cancelled: () => unknown[];
} {
  const reasons: unknown[] = [];
  const source = new ReadableStream<Uint8Array>(
    {
      pull,
      cancel(reason) {
        reasons.push(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { source, cancelled: () => reasons };
}

export function given(): { source: ReadableStream<Uint8Array>; give: (chunk: Uint8Array) => void } {
  let give: (chunk: Uint8Array) => void = () => undefined;
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      give = (chunk) => {
        controller.enqueue(chunk);
      };
    },
  });
  return { source, give };
}
