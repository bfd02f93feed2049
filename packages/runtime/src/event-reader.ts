// Turns the body of a response into events: one wait a network chunk, all events of the chunk in one batch.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
import {
  EventStreamDecoder,
  EventStreamError,
  type Message,
  type MessageHeaders,
  readEvent,
} from '@bedrock-kit/eventstream';
import { errorOfEvent, errorOfResponse, hasError, jsonObject } from './error-response.ts';
import { BedrockError, type BedrockErrorCode } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { messageOf } from './network-error.ts';
import { othersTurn } from './others-turn.ts';
import { frozenMs, steadyMs } from './pause.ts';

/** How the messages of one operation are read. */
export interface EventFormat<E> {
  /** The event in a message; undefined where it says nothing. */
  readonly read: (name: string, payload: Uint8Array) => E | undefined;
  /** The event without which the stream was cut off; undefined where the operation has none. */
  readonly closedBy?: string | undefined;
}

/** How much of a chunk is read at once: what a TLS record holds, about 80 events. A message that is cut here is copied once. */
const pieceBytes = 16_384;

/** What reading needs of an exchange. */
export type Incoming = Omit<Exchange, 'response' | 'body' | 'read' | 'throwIfRefused'>;

/** Reads the batches of one stream. After an error, the end and `close`, nothing of the stream is open any more. */
export interface EventReader<E> {
  /** The next events, at least one; undefined at the end. Calls must not overlap. */
  next(): Promise<readonly E[] | undefined>;
  /** Closes the connection; a `next` that is waiting finds the end. */
  close(reason?: unknown): Promise<void>;
}

export function eventReader<E>(
  exchange: Incoming,
  body: ReadableStream<Uint8Array>,
  { read, closedBy }: EventFormat<E>,
): EventReader<E> {
  const { watchdog, timeouts, redact, failure } = exchange;
  const reader = body.getReader();
  const decoder = new EventStreamDecoder();
  let { waitedMs } = exchange;
  /** Infinity from the first event on. */
  let firstMs = timeouts.firstEventTimeoutMs;
  const idleMs = timeouts.idleTimeoutMs;
  let batch: E[] = [];
  /** The headers of the last event, and its name in them. Messages with equal headers may share one object, whose name is then read once. */
  let headers: MessageHeaders | undefined;
  let name = '';
  /** An error that came after events in the same chunk. It is thrown once they are delivered. */
  let problem: BedrockError | undefined;
  /** The closing event until it has come. */
  let missing = closedBy;
  let over = false;
  /** What is left of a chunk that is read in pieces. */
  let rest: Uint8Array | undefined;
  // Ends a read that is waiting, whatever the transport makes of its signal.
  watchdog.onInterruption = (reason) => void reader.cancel(reason).catch(ignore);

  function onMessage(message: Message): void {
    if (problem) return;
    if (message.headers !== headers && !takeHeaders(message)) return;
    const value = read(name, message.body);
    if (value !== undefined) batch.push(value);
  }

  /** Makes the headers of a message the current ones, and tells whether it is an event. A message that fails the stream becomes the problem. */
  function takeHeaders(message: Message): boolean {
    const event = readEvent(message);
    if (event.type === 'error') problem = errorOfEvent(exchange.head, event.code, '', redact(event.message));
    // No event has such a name, and to skip an exception would let a failed stream look whole.
    else if (event.type === 'exception' || event.name.endsWith('Exception'))
      problem = errorOfEvent(exchange.head, event.name, redact(new TextDecoder().decode(event.payload)));
    // Bedrock's protocol has no such first event, because it binds members to headers; AWS's clients ignore it as well.
    else if (event.name !== 'initial-response') {
      ({ headers, name } = event);
      firstMs = Infinity;
      if (name === missing) missing = undefined;
      return true;
    }
    return false;
  }

  function broken(code: BedrockErrorCode, message: string, cause?: unknown): BedrockError {
    return new BedrockError({ code, message, isRetryable: true, statusCode: exchange.head.status, cause });
  }

  async function close(reason?: unknown): Promise<void> {
    if (over) return;
    over = true;
    const cancelled = reader.cancel(reason).catch(ignore);
    watchdog.release();
    await cancelled;
  }

  return {
    close,
    async next() {
      try {
        while (!over) {
          if (problem) throw problem;
          let bytes = rest;
          // Only after events: bytes that complete none keep nobody waiting for long.
          if (bytes && batch.length > 0) await othersTurn();
          watchdog.throwIfAborted();
          if (!bytes) {
            // The watchdog ends such a wait, unless this process was frozen.
            if (waitedMs > firstMs + frozenMs) waitedMs = 0;
            if (firstMs - waitedMs < idleMs) watchdog.arm(firstMs, 'FirstEventTimeout', waitedMs);
            else watchdog.arm(idleMs, 'IdleTimeout');
            const started = steadyMs();
            bytes = (await reader.read()).value;
            watchdog.disarm();
            watchdog.throwIfAborted();
            waitedMs += steadyMs() - started;
          }
          rest = bytes && bytes.length > pieceBytes ? bytes.subarray(pieceBytes) : undefined;
          batch = [];
          try {
            if (!bytes) decoder.end();
            else decoder.decode(rest ? bytes.subarray(0, pieceBytes) : bytes, onMessage);
          } catch (cause) {
            const torn = EventStreamError.isInstance(cause) && cause.code === 'truncated';
            const code = torn ? 'TruncatedStream' : 'MalformedStream';
            // An error under the type of a stream, or of any bytes, says itself what is wrong.
            const text = headers ? '' : redact(new TextDecoder().decode(bytes));
            problem ??= hasError(jsonObject(text))
              ? errorOfResponse(exchange.head, text)
              : broken(code, `The stream cannot be read: ${messageOf(cause)}`, cause);
          }
          if (batch.length > 0) return batch;
          if (bytes || problem) continue;
          if (missing)
            throw broken('TruncatedStream', `The stream ended without ${missing}: the answer was cut off.`);
          over = true;
          watchdog.close();
        }
        return undefined;
      } catch (error) {
        // Whoever closed it knows why it ended.
        if (over) return undefined;
        const reason = failure(error);
        void close(error);
        throw await reason;
      }
    },
  };
}

/** For errors that add nothing, as of what is cancelled. */
export function ignore(): void {}
