/**
 * The body of a streamed answer: its events as messages, at the pace that the options ask for, with the faults that strike on the way.
 */
import type { TokenUsage } from '@bedrock-kit/protocol';
import { joined } from '../bytes.ts';
import type { Fault } from '../faults/fault.ts';
import { frameFaults, strikeNext } from '../faults/frames.ts';
import { ConnectionReset } from '../http/exchange.ts';
import type { ServiceError } from '../service-error.ts';
import { sleep } from '../sleep.ts';
import { errorFrame, eventFrame, exceptionFrame, exceptionName } from '../wire/event-frames.ts';
import { sendable, unsendable } from './error-reply.ts';
import { toServiceError } from './thrown-error.ts';

/** An event with its payload as JSON. */
export interface StreamItem {
  readonly name: string;
  readonly payload: unknown;
  /** What the event says was used, for the log. */
  readonly usage?: TokenUsage | undefined;
}

/** The delays of a stream. */
export interface Pace {
  /** Milliseconds before the first event. 0 by default. */
  readonly firstEventMs?: number | undefined;
  /** Milliseconds between two deltas. 0 by default. */
  readonly betweenEventsMs?: number | undefined;
}

export interface StreamSettings {
  /** By their names, the events and exceptions that the operation's model has. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly pace: Pace;
  /** Whether events get the member that hides their length. */
  readonly isPadded?: boolean | undefined;
  readonly faults: readonly Fault[];
  readonly signal: AbortSignal;
  /** Hears of a failure after the first event, which the client gets as an exception event or an error message. */
  readonly onError: (error: ServiceError) => void;
}

/** Messages that are ready together go out together, up to about this many bytes. */
const batchBytes = 16 * 1024;

/** The events that `after` of a fault counts, and that `betweenEventsMs` keeps apart. */
const deltas = new Set(['contentBlockDelta', 'chunk']);

/** The bytes of the stream in parts. Each holds whole messages, unless a fault tears one. */
export async function* streamBody(
  items: Iterable<StreamItem> | AsyncIterable<StreamItem>,
  settings: StreamSettings,
): AsyncGenerator<Uint8Array> {
  const { signal } = settings;
  const faults = frameFaults(settings.faults);
  const between = settings.pace.betweenEventsMs ?? 0;
  // What is computed already is sent in batches; what is awaited is sent as it comes.
  const batches = Symbol.iterator in items && between === 0;
  const outbox = new Outbox();
  let passed = 0;
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      const frame = eventFrame(item.name, item.payload, settings.isPadded);
      const { bytes, stallMs, then, error } = strikeNext(faults, passed, frame);
      if (stallMs > 0) {
        yield* outbox.flush();
        await sleep(stallMs, signal);
      }
      outbox.push(bytes);
      if (error !== undefined) settings.onError(error);
      if (then !== 'go-on') {
        yield* outbox.flush();
        if (then === 'reset') throw new ConnectionReset();
        return;
      }
      if (!batches || outbox.length >= batchBytes) yield* outbox.flush();
      if (!deltas.has(item.name)) continue;
      passed += 1;
      await sleep(between, signal);
    }
  } catch (error) {
    if (error instanceof ConnectionReset) throw error;
    const failure = framed(sendable(toServiceError(error)), settings.members);
    settings.onError(failure.error);
    // The client has gone: a part that is yielded now would never be read, and keep this generator open.
    if (signal.aborted) return;
    outbox.push(failure.frame);
  }
  yield* outbox.flush();
}

/** The error in a message; or, where no message can hold it, an error that says so. As it is, it would cut the stream without a word. */
function framed(
  error: ServiceError,
  members: StreamSettings['members'],
): { readonly error: ServiceError; readonly frame: Uint8Array } {
  try {
    return { error, frame: failureFrame(error, members) };
  } catch (cause) {
    const said = unsendable(error, cause);
    return { error: said, frame: failureFrame(said, members) };
  }
}

/** An exception event where the stream knows the error, an error message where it does not. */
function failureFrame(error: ServiceError, members: StreamSettings['members']): Uint8Array {
  return Object.hasOwn(members, exceptionName(error))
    ? exceptionFrame(error)
    : errorFrame(error.code, error.message);
}

/** Messages that wait to be sent together. */
class Outbox {
  length = 0;
  #frames: Uint8Array[] = [];

  push(frame: Uint8Array): void {
    this.#frames.push(frame);
    this.length += frame.length;
  }

  *flush(): Generator<Uint8Array> {
    if (this.length > 0) yield joined(this.#frames);
    this.#frames = [];
    this.length = 0;
  }
}
