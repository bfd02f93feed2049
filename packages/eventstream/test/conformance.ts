// What holds on every runtime and in both lanes: a list without a test runner, bundled and run on each of them.
import {
  decodeBatches,
  decodeMessage,
  decodeStream,
  encodeMessage,
  EventStreamDecoder,
  EventStreamDecoderStream,
  EventStreamEncoderStream,
  EventStreamError,
  type HeaderValue,
  type Message,
  readEvent,
} from '../src/index.ts';

// A text delta of Bedrock's ConverseStream, recomputed with Python's zlib.
const delta =
  '0000009f00000057c37babff0b3a6576656e742d74797065070011636f6e74656e74426c6f636b44656c74610d3a636f6e74656e742d74797065' +
  '0700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b22636f6e74656e74426c6f636b496e64' +
  '6578223a302c2264656c7461223a7b2274657874223a224869227d2c2270223a2261626364227df2ace5ff';

// The shortest message of the format, a vector that AWS publishes.
const empty = '000000100000000005c248eb7d98c8ff';

const allTypes: Record<string, HeaderValue> = {
  true: { type: 'boolean', value: true },
  false: { type: 'boolean', value: false },
  byte: { type: 'byte', value: -128 },
  short: { type: 'short', value: -32_768 },
  integer: { type: 'integer', value: -2_147_483_648 },
  long: { type: 'long', value: -9_223_372_036_854_775_808n },
  binary: { type: 'binary', value: Uint8Array.of(0, 127, 128, 255) },
  string: { type: 'string', value: '\ufeffé 漢 😀' },
  timestamp: { type: 'timestamp', value: new Date(-1) },
  uuid: { type: 'uuid', value: '01234567-89ab-cdef-0123-456789abcdef' },
};

/** The list: each function throws where the runtime does not conform. */
export const conformance: readonly (readonly [title: string, run: () => void | Promise<void>])[] = [
  [
    'a published message is decoded',
    () => {
      const message = decodeMessage(bytesOf(delta));
      equal(
        Object.entries(message.headers).map(([name, { value }]) => [name, value]),
        [
          [':event-type', 'contentBlockDelta'],
          [':content-type', 'application/json'],
          [':message-type', 'event'],
        ],
      );
      equal(
        new TextDecoder().decode(message.body),
        '{"contentBlockIndex":0,"delta":{"text":"Hi"},"p":"abcd"}',
      );
    },
  ],
  [
    'a published message is encoded to its very bytes',
    () => {
      equal(hexOf(encodeMessage(decodeMessage(bytesOf(delta)))), delta);
      equal(hexOf(encodeMessage({})), empty);
    },
  ],
  [
    'all ten types of header survive',
    () => {
      equal(decodeMessage(encodeMessage({ headers: allTypes })).headers, allTypes);
    },
  ],
  ...[0, 1, 7, 8, 9, 191, 192, 255, 256, 257, 4096, 1_048_576].map(
    (size) =>
      [
        `a body of ${size} bytes survives`,
        () => {
          const body = bytesFrom(size);
          const { body: decoded } = decodeMessage(encodeMessage({ headers: allTypes, body }));
          equal(decoded.length, size);
          equal(
            decoded.findIndex((byte, at) => byte !== body[at]),
            -1,
          );
        },
      ] as const,
  ),
  [
    'a stream may be cut anywhere',
    () => {
      const stream = bytesOf(delta + empty + delta);
      const expected = [bytesOf(delta), bytesOf(empty), bytesOf(delta)].map((message) =>
        decodeMessage(message),
      );
      for (let cut = 0; cut <= stream.length; cut++) {
        const decoder = new EventStreamDecoder();
        const messages = [...decoder.push(stream.subarray(0, cut)), ...decoder.push(stream.subarray(cut))];
        decoder.end();
        equal(messages, expected);
      }
    },
  ],
  [
    'a stream may come byte by byte',
    () => {
      const decoder = new EventStreamDecoder();
      const messages: Message[] = [];
      for (const byte of bytesOf(delta + empty)) messages.push(...decoder.push(Uint8Array.of(byte)));
      decoder.end();
      equal(messages, [decodeMessage(bytesOf(delta)), decodeMessage(bytesOf(empty))]);
    },
  ],
  [
    'no flipped bit goes unnoticed',
    () => {
      const message = bytesOf(delta);
      for (let bit = 0; bit < message.length * 8; bit++) {
        const damaged = message.slice();
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const expected = bit >> 3 < 12 ? 'prelude-checksum' : 'message-checksum';
        equal(
          codeOf(() => new EventStreamDecoder().push(damaged)),
          expected,
        );
      }
    },
  ],
  [
    'a flipped bit is noticed in headers that came before',
    () => {
      const message = bytesOf(delta);
      for (let at = 12; at < 99; at++) {
        const decoder = new EventStreamDecoder();
        decoder.push(message);
        decoder.push(message);
        const damaged = message.slice();
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        equal(
          codeOf(() => decoder.push(damaged)),
          'message-checksum',
        );
      }
    },
  ],
  [
    'a torn message is refused at the end',
    () => {
      const decoder = new EventStreamDecoder();
      decoder.push(bytesOf(delta).subarray(0, 100));
      const error = errorOf(() => {
        decoder.end();
      });
      equal([error.code, error.offset, error.found, error.expected], ['truncated', 100, 100, 159]);
    },
  ],
  [
    'a failed decoder stays failed',
    () => {
      const decoder = new EventStreamDecoder();
      equal(
        codeOf(() => decoder.push(new Uint8Array(12).fill(1))),
        'prelude-checksum',
      );
      equal(
        codeOf(() => decoder.push(bytesOf(delta))),
        'prelude-checksum',
      );
    },
  ],
  ...[
    ['<!DOCTYPE html>', 'HTML or XML'],
    ['{"message":"no"}', 'JSON'],
    ['data: {"x":1}\n\n', 'server-sent events'],
  ].map(
    ([body = '', format]) =>
      [
        `${format} is named where an event stream is expected`,
        () => {
          const error = errorOf(() => new EventStreamDecoder().push(new TextEncoder().encode(body)));
          equal([error.code, error.found], ['not-event-stream', format]);
        },
      ] as const,
  ),
  [
    'a message longer than the limit is refused by its prelude alone',
    () => {
      const message = encodeMessage({ body: bytesFrom(1000) });
      const decoder = new EventStreamDecoder({ maxMessageBytes: 1015 });
      equal(
        codeOf(() => decoder.push(message.subarray(0, 12))),
        'message-length',
      );
    },
  ],
  [
    'half a surrogate pair is refused, not replaced',
    () => {
      equal(
        codeOf(() => encodeMessage({ headers: { x: { type: 'string', value: '\ud800' } } })),
        'header-value',
      );
    },
  ],
  [
    'an event, an exception and an error are told apart',
    () => {
      const event = (headers: Record<string, string>): unknown[] => {
        const message = encodeMessage({ headers: stringsOf(headers) });
        const read = readEvent(decodeMessage(message));
        return read.type === 'error' ? [read.type, read.code, read.message] : [read.type, read.name];
      };
      equal(event({ ':message-type': 'event', ':event-type': 'x' }), ['event', 'x']);
      equal(event({ ':message-type': 'exception', ':exception-type': 'y' }), ['exception', 'y']);
      equal(event({ ':message-type': 'error', ':error-code': 'z', ':error-message': 'no' }), [
        'error',
        'z',
        'no',
      ]);
    },
  ],
  [
    'a ReadableStream is iterated message by message',
    async () => {
      const messages: Message[] = [];
      for await (const message of decodeStream(streamOf(bytesOf(delta + empty + delta), 50)))
        messages.push(message);
      equal(messages.length, 3);
    },
  ],
  [
    'a ReadableStream is iterated chunk by chunk',
    async () => {
      const counts: number[] = [];
      for await (const batch of decodeBatches(streamOf(bytesOf(delta + empty + delta), 175)))
        counts.push(batch.length);
      equal(counts, [2, 1]);
    },
  ],
  [
    'an async generator is iterated',
    async () => {
      const source = async function* (): AsyncGenerator<Uint8Array> {
        yield bytesOf(delta);
        await Promise.resolve();
        yield bytesOf(empty);
      };
      let count = 0;
      for await (const message of decodeStream(source())) count += message.body.length;
      equal(count, 56);
    },
  ],
  [
    'leaving the loop cancels the source',
    async () => {
      let cancelled = false;
      const source = new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(bytesOf(delta));
        },
        cancel() {
          cancelled = true;
        },
      });
      for await (const message of decodeStream(source)) if (message.body.length > 0) break;
      equal(cancelled, true);
    },
  ],
  [
    'an aborted signal ends a waiting read with its reason',
    async () => {
      const controller = new AbortController();
      const source = new ReadableStream<Uint8Array>({ pull: () => new Promise<void>(() => undefined) });
      const next = decodeStream(source, { signal: controller.signal }).next();
      controller.abort(new Error('enough'));
      equal(await next.catch((error: unknown) => (error instanceof Error ? error.message : error)), 'enough');
    },
  ],
  [
    'transform streams encode and decode',
    async () => {
      const messages = [decodeMessage(bytesOf(delta)), decodeMessage(encodeMessage({ headers: allTypes }))];
      const source = new ReadableStream<Message>({
        start(controller) {
          for (const message of messages) controller.enqueue(message);
          controller.close();
        },
      });
      const reader = source
        .pipeThrough(new EventStreamEncoderStream())
        .pipeThrough(new EventStreamDecoderStream())
        .getReader();
      const received: Message[] = [];
      for (let read = await reader.read(); !read.done; read = await reader.read()) received.push(read.value);
      equal(received, messages);
    },
  ],
];

function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [textOf(actual), textOf(expected)];
  if (found !== wanted) throw new Error(`Expected ${wanted}, found ${found}.`);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    return part instanceof Uint8Array ? hexOf(part) : part;
  });
}

function errorOf(run: () => unknown): EventStreamError {
  try {
    run();
  } catch (error) {
    if (EventStreamError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

function codeOf(run: () => unknown): string {
  return errorOf(run).code;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesFrom(size: number): Uint8Array {
  return new Uint8Array(size).map((_, index) => index * 151 + (index >> 8));
}

function stringsOf(headers: Record<string, string>): Record<string, HeaderValue> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { type: 'string', value }]),
  );
}

function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += size)));
    },
  });
}
