/**
 * One request from its arrival to the last byte of its answer: its clock, the faults that hit it, and the record that is kept of it.
 */
import { isBytes } from '@bedrock-kit/protocol';
import { drawn, stableUuid } from '../digest.ts';
import { cutBody, cutsBody } from '../faults/chunking.ts';
import type { FaultRule } from '../faults/fault.ts';
import { headerValue, type HttpReply, type HttpRequest, withUsual } from '../http/exchange.ts';
import type { ServiceError } from '../service-error.ts';
import { visibleHeaders, visibleMessage, visibleTarget } from './redaction.ts';
import { type OpenRequest, type ReceivedRequest } from './requests.ts';
import type { StreamItem } from './stream-body.ts';

export class Exchange {
  readonly record: OpenRequest;
  readonly #http: HttpRequest;
  readonly #clock: () => Date;
  readonly #started = performance.now();
  readonly #onRequest: (request: ReceivedRequest) => void;
  #faults: readonly FaultRule[] = [];
  #skewMs = 0;

  constructor(http: HttpRequest, clock: () => Date, onRequest: (request: ReceivedRequest) => void) {
    this.#http = http;
    this.#clock = clock;
    this.#onRequest = onRequest;
    this.record = {
      requestId: stableUuid(drawn()),
      time: clock(),
      protocol: http.protocol,
      method: http.method,
      target: visibleTarget(http.target),
      headers: visibleHeaders(http.headers),
      operation: undefined,
      modelId: undefined,
      input: undefined,
      faults: [],
      status: undefined,
      error: undefined,
      usage: undefined,
      ms: undefined,
    };
  }

  get faults(): readonly FaultRule[] {
    return this.#faults;
  }

  /** Takes note of the faults of this call. From here on the clock is wrong, if one of them asks for that. */
  strike(faults: readonly FaultRule[]): void {
    this.#faults = faults;
    this.record.faults = faults.map((fault) => fault.kind);
    for (const fault of faults) if (fault.kind === 'clock-skew') this.#skewMs += fault.seconds * 1000;
  }

  /** The server's clock, wrong by what the faults ask. */
  readonly now = (): Date => new Date(this.#clock().getTime() + this.#skewMs);

  /** At least 1, for no answer of AWS takes 0 ms. */
  readonly elapsedMs = (): number => Math.max(1, Math.round(performance.now() - this.#started));

  readonly fail = (error: ServiceError): void => {
    const message = visibleMessage(error.message);
    this.record.error = { code: error.code, message, hint: error.options.hint };
  };

  /** The same items. The usage in one of them goes into the record as it passes. */
  watch(
    items: Iterable<StreamItem> | AsyncIterable<StreamItem>,
  ): Iterable<StreamItem> | AsyncIterable<StreamItem> {
    return Symbol.iterator in items ? this.#watchReady(items) : this.#watchComing(items);
  }

  *#watchReady(items: Iterable<StreamItem>): Generator<StreamItem> {
    for (const item of items) {
      if (item.usage !== undefined) this.record.usage = item.usage;
      yield item;
    }
  }

  async *#watchComing(items: AsyncIterable<StreamItem>): AsyncGenerator<StreamItem> {
    for await (const item of items) {
      if (item.usage !== undefined) this.record.usage = item.usage;
      yield item;
    }
  }

  /** The reply with the headers that every reply has, and its body cut into pieces where a fault asks for that. */
  send(reply: HttpReply): HttpReply {
    this.record.status = reply.status;
    const headers = withUsual(
      [
        ['x-amzn-requestid', this.record.requestId],
        ['date', this.now().toUTCString()],
      ],
      reply.headers,
    );
    this.record.requestId = headerValue(headers, 'x-amzn-requestid') ?? '';
    const isWhole = isBytes(reply.body);
    if (isWhole && !cutsBody(this.#faults)) {
      this.close();
      headers.push(['content-length', String(reply.body.length)]);
      return { status: reply.status, headers, body: reply.body };
    }
    const parts = isWhole ? once(reply.body) : reply.body;
    const body = cutBody(parts, this.#faults, this.#http.signal);
    return { status: reply.status, headers, body: this.#closing(body) };
  }

  async *#closing(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* parts;
    } finally {
      this.close();
    }
  }

  /** To be called when the answer has been sent, or never will be. */
  close(): void {
    if (this.record.ms !== undefined) return;
    this.record.ms = this.elapsedMs();
    try {
      this.#onRequest(this.record);
    } catch (error) {
      // Thrown outside of the call, as an error of any listener is: it changes nothing of the client's answer.
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}
