/**
 * One HTTP request and its reply, as the service sees them: the same for a socket and for the in-process `fetch`.
 */

/** A header as it stands on the wire; the name in lower case. On HTTP/2 `:authority` is among them (AWS's client signs it). */
export type HeaderPair = readonly [name: string, value: string];

/** Headers that a handler or an error gives: a record, a `Headers`, or pairs. Only pairs can repeat a name. */
export type HeadersInput = Iterable<HeaderPair> | Readonly<Record<string, string>>;

/** @throws {TypeError} for what holds no headers, such as a text */
export function headerPairs(given: HeadersInput): readonly HeaderPair[] {
  return Symbol.iterator in given ? [...given] : Object.entries(given);
}

/** What arrived: nothing decoded, so that a signature can be checked against the very characters that were sent. */
export interface HttpRequest {
  readonly protocol: 'HTTP/1.1' | 'HTTP/2' | 'fetch';
  readonly method: string;
  /** Path and query exactly as received. */
  readonly target: string;
  readonly headers: readonly HeaderPair[];
  readonly body: RequestBody;
  /** Aborted when the client has gone away. */
  readonly signal: AbortSignal;
  /** Why it is refused whatever it asks for: it is no HTTP, or not what this server is for. */
  readonly refusal?: { readonly status: number; readonly message: string } | undefined;
}

/** A request body, read once: whole (bounded), or as it arrives. */
export interface RequestBody {
  /** @throws {BodyTooLarge} when the body is longer than `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
  stream(): ReadableStream<Uint8Array>;
}

/** What goes back. A body of several parts is sent part by part, as it is produced. */
export interface HttpReply {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Answers a request. Rejects only with {@link ConnectionReset}. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpReply>;

/**
 * Thrown by a handler, or by a reply's body, to cut the connection without a word; and by a request body whose client
 * has gone.
 */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
  constructor() {
    super('The connection was cut.');
  }
}

/** Thrown while a request body is read that is longer than allowed. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  readonly limit: number;
  constructor(limit: number) {
    super(`The request body is longer than ${limit} bytes.`);
    this.limit = limit;
  }
}

/** The value of a header, several lines joined by a comma (RFC 9110 section 5.3). */
export function headerValue(headers: readonly HeaderPair[], name: string): string | undefined {
  let value: string | undefined;
  for (const [key, text] of headers)
    if (key === name) value = value === undefined ? text : `${value}, ${text}`;
  return value;
}

/** The headers that were given, by names in lower case, behind the usual ones that they do not name. */
export function withUsual(usual: readonly HeaderPair[], given: readonly HeaderPair[]): HeaderPair[] {
  const named = given.map(([name, value]): HeaderPair => [name.toLowerCase(), value]);
  return [...usual.filter(([name]) => headerValue(named, name) === undefined), ...named];
}

/** Every header by its name, several lines of one name joined in the same way. */
export function headerRecord(headers: readonly HeaderPair[]): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, text] of headers) {
    const before = values.get(name);
    values.set(name, before === undefined ? text : `${before}, ${text}`);
  }
  return Object.fromEntries(values);
}
