/**
 * The body of a streamed answer: events become messages, at the asked pace, with the faults that strike on the way.
 */
import type { TokenUsage } from '@bedrock-kit/protocol';
import { joined } from './bytes.ts';
import { sendable, unsendable } from './error-reply.ts';
import type { Fault } from './faults/fault.ts';
import { frameFaults, type Strike, strike } from './faults/frames.ts';
import { ConnectionReset } from './http/exchange.ts';
import type { ServiceError } from './service-error.ts';
import { sleep } from './sleep.ts';
import { toServiceError } from './thrown-error.ts';
import { errorFrame, eventFrame, exceptionFrame, exceptionName } from './wire/event-frames.ts';

/** An event with its payload as JSON. */
export interface StreamItem {
  readonly name: string;
  readonly payload: unknown;
  /** For the log, with the event that tells it. */
  readonly usage?: TokenUsage | undefined;
}

/** How fast a stream comes, in milliseconds; without it, as fast as it can. */
export interface Pace {
  /** Before the first event. 0 by default. */
  readonly firstEventMs?: number | undefined;
  /** Between the deltas. 0 by default. */
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

/** Events of which a fault's `after` counts the number. */
const deltas = new Set(['contentBlockDelta', 'chunk']);

/** The bytes of the stream, part by part; every part begins and ends with a message, but where a fault says otherwise. */
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
      const due = faults.findIndex((fault) => (fault.after ?? 0) <= passed);
      const [fault] = due < 0 ? [] : faults.splice(due, 1);
      const { bytes, stallMs, then, error } = fault === undefined ? intact(frame) : strike(fault, frame);
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
    // What ends because nobody reads any more must end here: a part given now would keep its generator open.
    if (signal.aborted) return;
    outbox.push(failure.frame);
  }
  yield* outbox.flush();
}

function intact(bytes: Uint8Array): Strike {
  return { bytes, stallMs: 0, then: 'go-on' };
}

/** The error in a message, or in its place what says why no message can hold it: it would cut the stream without a word. */
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
