/**
 * What the service received and how it answered: for a test to look at, and for the log.
 */
import type { OperationName, TokenUsage } from '@bedrock-kit/protocol';

/** A request and how it was answered. `status`, `error`, `usage` and `ms` are set as the answer is sent. */
export interface ReceivedRequest {
  /** The id in the header `x-amzn-requestid` of the answer. */
  readonly requestId: string;
  /** When it arrived, by the option `clock`. */
  readonly time: Date;
  /** How it arrived; `fetch` is in process. */
  readonly protocol: 'HTTP/1.1' | 'HTTP/2' | 'fetch';
  /** The HTTP method, in capitals. It and the target are empty for what is not HTTP, such as a client that speaks TLS. */
  readonly method: string;
  /** The path and query as received, but for a signature or token in the query, which is replaced by `***`. */
  readonly target: string;
  /** The headers, under lower-case names; the values of a repeated name are joined with a comma, credentials are replaced by `***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The operation; undefined if none has this path. */
  readonly operation: OperationName | undefined;
  /** The model id as it was sent; undefined for an operation that names no model. */
  readonly modelId: string | undefined;
  /** The input of the operation, by AWS's names, with bytes decoded; undefined if the request was refused before it was read. */
  readonly input: unknown;
  /** The kinds of the faults that hit this call. */
  readonly faults: readonly string[];
  /** The HTTP status; undefined until the answer begins, and if a fault cut the connection before it. */
  readonly status: number | undefined;
  /** The error that was answered, or the exception event of a stream: AWS's type and message, and a hint that AWS does not give. */
  readonly error:
    | { readonly code: string; readonly message: string; readonly hint: string | undefined }
    | undefined;
  /** The tokens that the answer reports, if it does. */
  readonly usage: TokenUsage | undefined;
  /** Milliseconds from the arrival to the end of the answer; undefined until then. */
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
