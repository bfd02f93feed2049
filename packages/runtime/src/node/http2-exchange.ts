// One request over HTTP/2 whose two directions are open at the same time.
// https://www.rfc-editor.org/rfc/rfc9113#section-8.1
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type ClientSessionOptions,
  connect,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http2';
import type { UnauthorizedRequest } from '../authorization/authorize.ts';
import { errorOfResponse } from '../error-response.ts';
import { BedrockError, invalidRequest } from '../errors.ts';
import { toBedrockError } from '../network-error.ts';
import { headOf, maxErrorBytes, type ResponseHead } from '../response.ts';
import { errorInsteadOfEvents, hasEvents } from '../stream-operation.ts';

/**
 * After the end of the data, how long to wait for a reset, which would make that end a failure. Also how often `until` looks whether the stream
 * was closed.
 */
const resetDelayMs = 20;

export interface Http2Exchange {
  /** Rejects when no answer comes. */
  readonly head: Promise<ResponseHead>;
  /** What the server sends; fails with the error that its status stands for. Reads no further than it is asked to. */
  readonly body: ReadableStream<Uint8Array>;
  /** Resolves when the connection takes more. @throws the reason why nothing can be sent any more. */
  write(bytes: Uint8Array): Promise<void>;
  /** Sends `last`, then ends this side's direction. Does nothing if the stream is over without a fault. */
  end(last?: Uint8Array): Promise<void>;
}

/** Opens a connection of its own. `http:` means HTTP/2 with prior knowledge (RFC 9113 §3.3). */
export function openHttp2(
  { url, method }: UnauthorizedRequest,
  headers: Readonly<Record<string, string>>,
  redact: (text: string) => string,
): Http2Exchange {
  const { origin } = new URL(url);
  const socket = new AbortController();
  const session = connect(origin, { signal: socket.signal } as ClientSessionOptions); // an option of net.connect and tls.connect
  // A Headers trims values: with white space around them they would be dropped silently (RFC 9113 §8.2.1).
  const fields = Object.fromEntries(new Headers(headers));
  const stream = requestOn(session, { ...fields, ':method': method, ':path': url.slice(origin.length) });
  let problem: Error | undefined;
  let endedHere = false;
  /** Whether the server has sent all of its answer. */
  let finished = false;
  /** One promise for all writes that wait, because each would add a listener. */
  let drained: Promise<void> | undefined;
  const fail = (cause: Error): void => {
    problem ??= toBedrockError(cause, url);
    stream.destroy();
    session.destroy();
  };
  // The session's error comes first and says more: the stream's only says that it was cancelled.
  session.on('error', fail);
  stream.on('error', fail);
  /**
   * Ends everything at once. The socket is aborted in two cases, in which Node would keep the process alive for minutes on a silent network: a
   * closed session (by us or by a GOAWAY) waits until the server closes the connection, and a session that still connects waits until it has.
   */
  const close = (): void => {
    if (session.connecting || session.closed) socket.abort();
    if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL);
    session.destroy();
  };
  stream.on('close', close);
  const endedByCaller = (): Error => invalidRequest('The stream was ended by end() or cancel().');
  /** Called when the reader cancels. If it cancels because of an error in an event, a later write fails with that error. */
  const abandon = (reason: unknown): void => {
    endedHere = true;
    problem ??= BedrockError.isInstance(reason) ? reason : endedByCaller();
    close();
  };

  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  const reasonOfEnd = (): Error =>
    problem ?? toBedrockError(new Error(`the server closed the stream (code ${stream.rstCode})`), url);

  const head = (async () => {
    const answered = new Promise<IncomingHttpHeaders>((resolve) => stream.once('response', resolve));
    const received = await Promise.race([answered, closed]);
    if (!received) throw reasonOfEnd();
    const known = headOf({ headers: headersOf(received), status: Number(received[':status']) }, url, redact);
    const succeeded = known.status === 200;
    if (succeeded && hasEvents(known)) return known;
    problem = (succeeded ? errorInsteadOfEvents : errorOfResponse)(known, redact(await textOf(stream)));
    close();
    throw problem;
  })();
  head.catch(() => undefined); // reads and writes throw it

  /**
   * Waits for an event of this side, or until the stream is closed. After a reset with NO_ERROR (RFC 9113 section 8.1) Node emits neither before
   * all data has been read, and a caller who waits here may not be reading. So the stream is looked at again and again.
   */
  async function until(event: Promise<void>): Promise<void> {
    const happened = Promise.race([closed, event]).then(() => true);
    let told = false;
    while (!told && !stream.closed)
      told = await Promise.race([happened, sleep(resetDelayMs, false, { ref: false })]);
  }

  async function write(bytes: Uint8Array): Promise<void> {
    if (endedHere) throw problem ?? endedByCaller();
    if (finished) throw invalidRequest('The stream is over: the server has ended it.');
    if (!stream.writable) throw reasonOfEnd();
    if (stream.write(bytes)) return;
    drained ??= new Promise((resolve) => {
      stream.once('drain', () => {
        drained = undefined;
        resolve();
      });
    });
    await until(drained);
    if (stream.closed) throw reasonOfEnd();
  }

  return {
    head,
    write,
    body: bodyOf(stream, head, close, abandon, async () => {
      // A server that resets the stream ends its data first, and the reset comes in a later frame. If this process was busy, that frame may
      // have arrived and not been read yet: one more turn of the event loop reads it.
      const late = sleep(resetDelayMs, undefined, { ref: false }).then(() => nextTurn());
      await Promise.race([closed, late]);
      const reason = stream.rstCode ? reasonOfEnd() : problem;
      finished = !reason;
      return reason;
    }),
    async end(last) {
      if (endedHere || finished || (stream.closed && !stream.rstCode && !problem)) return;
      const written = last && write(last);
      endedHere = true;
      await written;
      if (!stream.writable) return;
      await until(new Promise<void>((resolve) => stream.end(resolve)));
    },
  };
}

/** @throws TypeError for a header that HTTP/2 does not have; no connection is then left. */
function requestOn(session: ClientHttp2Session, headers: OutgoingHttpHeaders): ClientHttp2Stream {
  try {
    return session.request(headers);
  } catch (error) {
    session.destroy();
    throw error;
  }
}

function bodyOf(
  stream: ClientHttp2Stream,
  head: Promise<ResponseHead>,
  close: () => void,
  abandon: (reason: unknown) => void,
  problem: () => Promise<Error | undefined>,
): ReadableStream<Uint8Array> {
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>; // no encoding is set
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await head;
        const next = await chunks.next().catch(async (cause: unknown) => {
          throw (await problem()) ?? cause;
        });
        if (!next.done) {
          controller.enqueue(next.value);
          return;
        }
        const reason = await problem();
        close();
        if (reason) throw reason;
        controller.close();
      },
      cancel: abandon,
    },
    { highWaterMark: 0 },
  );
}

/** The headers of an answer, without those that HTTP/2 adds, which begin with a colon. */
function* headersOf(received: IncomingHttpHeaders): Iterable<readonly [string, string]> {
  for (const [name, value] of Object.entries(received))
    if (value !== undefined && !name.startsWith(':'))
      yield [name, Array.isArray(value) ? value.join(', ') : value];
}

async function textOf(stream: ClientHttp2Stream): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= maxErrorBytes) break;
    }
  } catch {
    // What came is enough: the status says already that it is an error.
  }
  return Buffer.concat(chunks).subarray(0, maxErrorBytes).toString();
}
