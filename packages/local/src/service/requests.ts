/**
 * What the service received and how it answered: for a test to look at, and for the log.
 */
import type { OperationName, TokenUsage } from '@bedrock-kit/protocol';

/** One request. Its last members are set when the answer has been sent. */
export interface ReceivedRequest {
  /** As in the header `x-amzn-requestid` of the answer. */
  readonly requestId: string;
  /** When it came, by `clock`. */
  readonly time: Date;
  /** The way it came; `fetch` is the one in process. */
  readonly protocol: 'HTTP/1.1' | 'HTTP/2' | 'fetch';
  /** Of HTTP, in capitals. Empty, as the target then is, for what cannot be read as HTTP: a client that speaks TLS, a wrong head. */
  readonly method: string;
  /** Path and query exactly as received; a signature in the query is replaced. */
  readonly target: string;
  /** Lower-case names, the values of a repeated one joined by a comma; credentials are replaced by `***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when no operation has such a path. */
  readonly operation: OperationName | undefined;
  /** As it was sent; undefined for an operation that names no model. */
  readonly modelId: string | undefined;
  /** The request in protocol's shapes, bytes decoded; undefined when it was refused before it was read. */
  readonly input: unknown;
  /** The faults that hit this call, by their kind. */
  readonly faults: readonly string[];
  /** The HTTP status. Undefined until the answer begins, and for a connection that was cut. */
  readonly status: number | undefined;
  /** Of an error answer or an exception event: AWS's type, message, and the help that AWS does not give. */
  readonly error:
    | { readonly code: string; readonly message: string; readonly hint: string | undefined }
    | undefined;
  /** The tokens of the answer, where it tells them. */
  readonly usage: TokenUsage | undefined;
  /** Milliseconds until the end of the answer; undefined while it lasts. */
  readonly ms: number | undefined;
}

/** The same, while it is being filled. */
export type OpenRequest = { -readonly [Key in keyof ReceivedRequest]: ReceivedRequest[Key] };

/**
 * The most bytes that the bodies of all kept requests have together, so that large files do not fill the memory. What was read of JSON that
 * is nothing but small parts takes up to twenty times as much.
 */
const mostBytes = 128 * 1024 * 1024;

/** The latest requests, oldest first. */
export class RequestHistory {
  readonly list: ReceivedRequest[] = [];
  readonly #limit: number;
  readonly #sizes = new Map<ReceivedRequest, number>();
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(request: ReceivedRequest): void {
    this.list.push(request);
    if (this.list.length > this.#limit) this.#drop();
  }

  /** Takes note of the size of a request's body. The oldest requests go when all bodies together are too large. */
  weigh(request: ReceivedRequest, bytes: number): void {
    if (!this.list.includes(request)) return;
    this.#sizes.set(request, bytes);
    this.#bytes += bytes;
    while (this.#bytes > mostBytes && this.list.length > 1) this.#drop();
  }

  #drop(): void {
    const oldest = this.list.shift();
    if (oldest === undefined) return;
    this.#bytes -= this.#sizes.get(oldest) ?? 0;
    this.#sizes.delete(oldest);
  }
}
