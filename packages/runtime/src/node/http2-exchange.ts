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

/** How long the end of a stream waits for a reset, which would make it a failure, while this side is open; and how often one is looked for. */
const resetDelayMs = 20;

export interface Http2Exchange {
  /** Rejects when no answer comes. */
  readonly head: Promise<ResponseHead>;
  /** What the server sends; fails with the error that its status stands for. Reads no further than it is asked to. */
  readonly body: ReadableStream<Uint8Array>;
  /** Resolves when the connection takes more. @throws the reason why nothing can be sent any more. */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends this side's direction, with `last` before; does nothing where the stream is over without a fault. */
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
  /** Whether the far side has said all that it had to say. */
  let finished = false;
  /** One promise for all who wait, because each would add a listener. */
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
   * Ends everything at once. A session that is closed, by us or by a GOAWAY, would wait for the far side to close the connection, and one
   * that is destroyed while it connects for the connection to be made: on a silent network that keeps the process alive for minutes.
   */
  const close = (): void => {
    if (session.connecting || session.closed) socket.abort();
    if (!stream.closed) stream.close(constants.NGHTTP2_CANCEL);
    session.destroy();
  };
  stream.on('close', close);
  const endedByCaller = (): Error => invalidRequest('The stream was ended by end() or cancel().');
  /** Called when whoever reads leaves. If it is for an error among the events, that is also why nothing can be sent any more. */
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
  head.catch(() => undefined); // whoever reads or sends is told

  /**
   * Waits for an event of this side, or for the end of the stream. After a reset with NO_ERROR (RFC 9113 section 8.1) Node tells neither
   * before all has been read, which a caller who waits here may not be doing.
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
      // A server that resets the stream ends its data first: the reset comes in a later frame.
      // If this process was busy meanwhile, that frame may have arrived but not been read: one more turn reads it.
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
