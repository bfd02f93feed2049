// The core that every operation stands on: settings once, then one exchange a call.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html
import type { ServiceName } from '@bedrock-kit/protocol/client';
import type { Authorize } from './authorization/authorize.ts';
import type { EndpointSettings } from './endpoint.ts';
import type { Environment } from './environment.ts';
import type { BedrockError } from './errors.ts';
import { type Exchange, exchange } from './exchange.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { RegionSettings } from './region.ts';

/** Header values by name; one that is `undefined` counts as not given. Or a `Headers`. */
export type HeaderValues = Readonly<Record<string, string | undefined>> | Headers;

/** Says after how many milliseconds to send a request again, or undefined to give up. `attempt` counts from 1. */
export type RetryPolicy = (error: BedrockError, attempt: number) => number | undefined;

/** `fetch`, as far as it is used here. Not `typeof fetch`: on Bun that has a `preconnect`, which a function in its place lacks. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** How long a stream may be silent. */
export interface TimeoutSettings {
  /** Longest wait for the first event of a stream, in milliseconds, the connection included; `false` for none. Default: none. */
  readonly firstEventTimeoutMs?: number | false | undefined;
  /** Longest silence of a stream, in milliseconds, or `false` for none: any byte ends it. Default: none. */
  readonly idleTimeoutMs?: number | false | undefined;
}

/** Where requests go and how they are sent. */
export interface ConnectionSettings extends RegionSettings, EndpointSettings, TimeoutSettings {
  /** Default: `globalThis.fetch`, looked up for every request, so that instrumentation is honoured. */
  readonly fetch?: Fetch | undefined;
  /** Sent with every request: values, or a function that gives them for each call. They are no place for secrets. */
  readonly headers?:
    | HeaderValues
    | Promise<HeaderValues>
    | (() => HeaderValues | Promise<HeaderValues>)
    | undefined;
  /** Appended to the `user-agent` header, for example `ai-sdk-bedrock-kit/1.0.0`. Default: none. */
  readonly userAgent?: string | undefined;
  /** Default: none. `fullJitter()` is one. A stream that has begun is never sent again. */
  readonly retry?: RetryPolicy | undefined;
  /**
   * What to do about an error, told by its code and message; becomes its `hint`. `hintFor` of `@bedrock-kit/protocol` knows
   * the common ones. Default: none in `createClient`, so that a small bundle stays small; that one in `createBedrockRuntime`.
   */
  readonly hintFor?: ((code: string, message: string) => string | undefined) | undefined;
  /** Called with every error before it reaches the caller, to turn it into another class. */
  readonly wrapError?: ((error: BedrockError) => Error) | undefined;
  /** Where environment variables are found. Default: those of the process, read at each call. */
  readonly environment?: Environment | (() => Environment) | undefined;
}

/** Settings of `createClient`. */
export interface ClientSettings extends ConnectionSettings {
  /** `sigv4Auth(...)`, `bearerAuth(...)`, `noAuth` or `resolveAuth(...)`. */
  readonly authorize: Authorize;
}

/** Options of one call. They win over the settings of the client. */
export interface CallOptions extends TimeoutSettings {
  /** Ends the call, at whatever point it is: credentials, back-off, request, stream. */
  readonly signal?: AbortSignal | undefined;
  /** Sent with this request; win over those of the client. */
  readonly headers?: HeaderValues | undefined;
}

/** One request of an operation. */
export interface Call {
  readonly service: ServiceName;
  readonly method: 'GET' | 'POST';
  /** Path and query, percent-encoded, with a slash at its front. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: Uint8Array | undefined;
  /** The id in the request that may be an ARN and then names the region. */
  readonly arn?: string | undefined;
  /** Whether the answer is an event stream, to which the time limits apply. */
  readonly stream?: boolean | undefined;
  /** AWS takes no API key for it: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-reference.html */
  readonly signedOnly?: boolean | undefined;
}

/** What an operation function takes as its first argument. Holds nothing that can be printed. */
export interface Client {
  /** Sends one request and gives the successful answer. For operation functions; every error comes wrapped, those of `build` too. */
  readonly exchange: (build: () => Call, options?: CallOptions) => Promise<Exchange>;
  /** Prepares one request for a transport other than `fetch`: where it goes, with which headers. */
  readonly prepare: (build: () => Call, options?: CallOptions) => Promise<Prepared>;
}

/** A client over `fetch`. Opens no connection and reads no environment until it is used. */
export function createClient(settings: ClientSettings): Client {
  return {
    exchange: (build, options) => exchange(settings, build, options),
    prepare: (build, options) => prepare(settings, build, options),
  };
}
