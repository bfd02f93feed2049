// Turns the body of a response into events: one wait a network chunk, all events of the chunk in one batch.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
import { EventStreamDecoder, EventStreamError, type Message, readEvent } from '@bedrock-kit/eventstream';
import { errorOfEvent } from './error-response.ts';
import { BedrockError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { networkError } from './network-error.ts';

/** How the messages of one operation are read. */
export interface EventFormat<E> {
  /** The event in a message; undefined where it says nothing. */
  readonly read: (name: string, payload: Uint8Array) => E | undefined;
  /** The event without which the stream was cut off; undefined where the operation has none. */
  readonly closedBy?: string | undefined;
}

/** What reading needs of an exchange. */
export type Incoming = Omit<Exchange, 'response'>;

/** Reads the batches of one stream. After an error, the end and `close`, nothing of the stream is open any more. */
export class EventReader<E> {
  readonly #exchange: Incoming;
  readonly #format: EventFormat<E>;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder: EventStreamDecoder = new EventStreamDecoder();
  /** An error that came behind events of its chunk, which are delivered first. */
  #failure: BedrockError | undefined;
  #batch: E[] = [];
  #waitedMs: number;
  #begun = false;
  #closing: boolean;
  #over = false;

  constructor(exchange: Incoming, body: ReadableStream<Uint8Array>, format: EventFormat<E>) {
    this.#exchange = exchange;
    this.#format = format;
    this.#reader = body.getReader();
    this.#waitedMs = exchange.waitedMs;
    this.#closing = format.closedBy === undefined;
    // Ends a read that is waiting, whatever the transport makes of its signal.
    exchange.watchdog.onInterruption = (reason) => void this.#reader.cancel(reason).catch(ignore);
  }

  /** The next events, at least one; undefined at the end. Calls must not overlap. */
  async next(): Promise<readonly E[] | undefined> {
    try {
      while (!this.#over) {
        if (this.#failure) throw this.#failure;
        const { done, value } = await this.#read();
        if (this.#isClosed()) break;
        if (done) this.#finish();
        else if (this.#decode(value)) return this.#batch;
      }
      return undefined;
    } catch (error) {
      const failure = this.#exchange.failure(error);
      void this.close(failure);
      throw failure;
    }
  }

  /** Closes the connection; a `next` that is waiting finds the end. */
  async close(reason?: unknown): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    const cancelled = this.#reader.cancel(reason).catch(ignore);
    this.#exchange.watchdog.release();
    await cancelled;
  }

  /** Not `this.#over`, of which the compiler believes that waiting cannot change it. */
  #isClosed(): boolean {
    return this.#over;
  }

  async #read(): Promise<ReadableStreamReadResult<Uint8Array>> {
    const { watchdog, head } = this.#exchange;
    this.#arm();
    const started = this.#begun ? 0 : Date.now();
    let result: ReadableStreamReadResult<Uint8Array>;
    try {
      result = await this.#reader.read();
    } catch (cause) {
      throw networkError(head.url, cause);
    }
    watchdog.disarm();
    watchdog.throwIfInterrupted();
    if (!this.#begun) this.#waitedMs += Date.now() - started;
    return result;
  }

  #arm(): void {
    const { watchdog, timeouts } = this.#exchange;
    const { firstEventTimeoutMs: first = Infinity, idleTimeoutMs: idle = Infinity } = timeouts;
    if (!this.#begun && first - this.#waitedMs < idle)
      watchdog.arm(first, 'FirstEventTimeout', this.#waitedMs);
    else if (idle < Infinity) watchdog.arm(idle, 'IdleTimeout');
  }

  /** Whether the chunk completed an event. */
  #decode(chunk: Uint8Array): boolean {
    this.#batch = [];
    try {
      this.#decoder.decode(chunk, this.#onMessage);
    } catch (error) {
      this.#failure ??= this.#malformed(error);
    }
    return this.#batch.length > 0;
  }

  readonly #onMessage = (message: Message): void => {
    if (this.#failure) return;
    const event = readEvent(message);
    const { head, redact } = this.#exchange;
    switch (event.type) {
      case 'event':
        // Protocols that bind members to headers have none to send here, but AWS's clients let it pass.
        if (event.name === 'initial-response') return;
        this.#begun = true;
        this.#keep(this.#format.read(event.name, event.payload));
        if (event.name === this.#format.closedBy) this.#closing = true;
        return;
      case 'exception':
        this.#failure = errorOfEvent(head, event.name, redact(new TextDecoder().decode(event.payload)));
        return;
      case 'error':
        this.#failure = errorOfEvent(head, event.code, '', redact(event.message));
    }
  };

  #keep(event: E | undefined): void {
    if (event !== undefined) this.#batch.push(event);
  }

  #finish(): void {
    const { head, watchdog } = this.#exchange;
    try {
      this.#decoder.end();
    } catch (error) {
      throw this.#malformed(error);
    }
    if (!this.#closing)
      throw new BedrockError({
        code: 'TruncatedStream',
        message: `The stream ended without ${this.#format.closedBy ?? 'its end'}: the answer was cut off.`,
        isRetryable: true,
        ...place(head),
      });
    this.#over = true;
    watchdog.close();
  }

  #malformed(cause: unknown): BedrockError {
    const torn = EventStreamError.isInstance(cause) && cause.code === 'truncated';
    return new BedrockError({
      code: torn ? 'TruncatedStream' : 'MalformedStream',
      message: `The event stream cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      isRetryable: true,
      ...place(this.#exchange.head),
      cause,
    });
  }
}

function place({ url, requestId, headers, status }: Exchange['head']) {
  return { url, requestId, responseHeaders: headers, statusCode: status };
}

function ignore(): void {}
