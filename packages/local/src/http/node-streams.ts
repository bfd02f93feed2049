/**
 * What both versions of HTTP have in common in Node: headers as they came, a body that is read, an answer that is written.
 */
import type { Readable } from 'node:stream';
// Not the global ones, which a test with fake timers holds still.
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { joined } from '../bytes.ts';
import { BodyTooLarge, ConnectionReset, type HeaderPair, type RequestBody } from './exchange.ts';

/** What was written can leave in these milliseconds: a reset throws away what still waits. Ends early when the client goes. */
export async function beforeReset(signal: AbortSignal): Promise<void> {
  await pause(20, undefined, { signal }).catch(() => undefined);
}

/** Names in lower case, each value as sent; Node gives raw headers as one list of names and values. */
export function pairs(raw: readonly string[]): HeaderPair[] {
  const list: HeaderPair[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    list.push([(raw[index] ?? '').toLowerCase(), raw[index + 1] ?? '']);
  }
  return list;
}

/**
 * A body as Node gives it. That of HTTP/2 ends as if it were whole when its client goes in the middle, and then it is `aborted`:
 * https://nodejs.org/api/http2.html#http2streamaborted
 */
type Source = Readable & { readonly aborted?: boolean };

/** A body that comes from one of Node's own streams. */
export function nodeBody(stream: Source): RequestBody {
  return {
    bytes: (limit) => collect(stream, limit),
    stream: () => webStream(stream),
  };
}

/**
 * Not Node's own `Readable.toWeb`: its cancel destroys the stream, and on HTTP/2 the answer that is still being
 * written with it.
 */
function webStream(stream: Source): ReadableStream<Uint8Array> {
  let over = false;
  const once = (action: () => void) => (): void => {
    if (!over) action();
    over = true;
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const fail = once(() => {
        controller.error(new ConnectionReset());
      });
      stream.on('data', (chunk: Buffer) => {
        if (over) return;
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) stream.pause();
      });
      const end = once(() => {
        if (stream.aborted === true) controller.error(new ConnectionReset());
        else controller.close();
      });
      stream.once('end', end);
      if (stream.readableEnded) end();
      if (stream.destroyed) fail();
      stream.once('error', fail);
      stream.once('close', fail);
    },
    pull() {
      stream.resume();
    },
    cancel() {
      over = true;
      stream.resume();
    },
  });
}

function collect(stream: Source, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        stream.removeAllListeners('data');
        reject(new BodyTooLarge(limit));
      } else chunks.push(chunk);
    });
    const fail = (): void => {
      reject(new ConnectionReset());
    };
    const end = (): void => {
      if (stream.aborted === true) fail();
      else resolve(joined(chunks));
    };
    stream.once('end', end);
    // An empty body of HTTP/2 may have ended before anybody listened.
    if (stream.readableEnded) end();
    // A stream that is over sends no more events.
    if (stream.destroyed) fail();
    stream.once('error', fail);
    stream.once('close', fail);
  });
}

/** What both kinds of Node response can do. */
interface Sink {
  write(chunk: Uint8Array): boolean;
  end(): unknown;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  removeListener(event: 'drain' | 'close', listener: () => void): unknown;
  readonly destroyed: boolean;
}

/**
 * Sends the parts at the pace at which the client reads, each in a turn of its own: Node 26 makes one chunk of what is written
 * in one turn. Ends early, without an error, when the client has gone.
 */
export async function writeParts(sink: Sink, parts: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const part of parts) {
    if (sink.destroyed) return;
    if (!sink.write(part)) await drained(sink);
    await nextTurn();
  }
  sink.end();
}

function drained(sink: Sink): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      sink.removeListener('drain', done);
      sink.removeListener('close', done);
      resolve();
    };
    sink.once('drain', done);
    sink.once('close', done);
  });
}
