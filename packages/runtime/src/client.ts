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

/** Header values by name, or a `Headers`. A value that is `undefined` counts as not given. */
export type HeaderValues = Readonly<Record<string, string | undefined>> | Headers;

/** Returns after how many milliseconds to send a request again, or `undefined` to give up. `attempt` counts from 1. */
export type RetryPolicy = (error: BedrockError, attempt: number) => number | undefined;

/** `fetch`, as far as it is used here. Not `typeof fetch`: on Bun that has a `preconnect`, which a function in its place lacks. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** How long a stream may be silent. */
export interface TimeoutSettings {
  /** The longest wait for the first event of a stream, connecting included, in milliseconds; `false` for no limit. Default: no limit. */
  readonly firstEventTimeoutMs?: number | false | undefined;
  /** The longest silence of a stream, in milliseconds; `false` for no limit. Any byte ends a silence. Default: no limit. */
  readonly idleTimeoutMs?: number | false | undefined;
}

/** Where requests go and how they are sent. */
export interface ConnectionSettings extends RegionSettings, EndpointSettings, TimeoutSettings {
  /** Sends the requests. Default: `globalThis.fetch`, looked up for every request, so that instrumentation is honoured. */
  readonly fetch?: Fetch | undefined;
  /**
   * Headers of every request: values, or a function that returns them for each call. A key for a gateway is kept
   * out of errors if the name of its header tells it, as `x-api-key`, `x-team-token` and `cf-aig-authorization` do.
   */
  readonly headers?:
    | HeaderValues
    | Promise<HeaderValues>
    | (() => HeaderValues | Promise<HeaderValues>)
    | undefined;
  /** Appended to the `user-agent` header, for example `ai-sdk-bedrock-kit/1.0.0`. Default: none. */
  readonly userAgent?: string | undefined;
  /** Whether and when to send a request again, for example `fullJitter()`. Default: never. Once an answer has begun, nothing is. */
  readonly retry?: RetryPolicy | undefined;
  /**
   * Returns what to do about an error, by its code and message, or a promise for it; this becomes its `hint`. If it fails, the error has
   * none. `hintFor` of `@bedrock-kit/protocol` knows the common errors: it is the default of `createBedrockRuntime`. Default of
   * `createClient`: none, so that bundles stay small.
   */
  readonly hintFor?:
    | ((code: string, message: string) => string | undefined | Promise<string | undefined>)
    | undefined;
  /** Turns every error into another one before it reaches the caller. */
  readonly wrapError?: ((error: BedrockError) => Error) | undefined;
  /** The environment variables, or a function that returns them. Default: those of the process, read at each call. */
  readonly environment?: Environment | (() => Environment) | undefined;
}

/** Settings of `createClient`. */
export interface ClientSettings extends ConnectionSettings {
  /** How requests are authorized: `sigv4Auth(...)`, `bearerAuth(...)`, `noAuth` or `resolveAuth(...)`. */
  readonly authorize: Authorize;
}

/** Options of one call. They win over the settings of the client. */
export interface CallOptions extends TimeoutSettings {
  /** Ends the call at any point: while it waits for credentials or a retry, for the answer, or in the stream. */
  readonly signal?: AbortSignal | undefined;
  /** Headers of this request. They win over those of the client. */
  readonly headers?: HeaderValues | undefined;
}

/** One request of an operation. */
export interface Call {
  /** Default: `bedrock-runtime`. */
  readonly service?: ServiceName;
  /** Default: `POST`. */
  readonly method?: 'GET' | 'POST';
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

/** The first argument of each operation function. Printed or serialised, it shows no setting and no secret. */
export interface Client {
  /** Sends one request and returns the successful answer. For operation functions. Every error, also of `build`, goes through `wrapError`. */
  readonly exchange: (build: () => Call, options?: CallOptions) => Promise<Exchange>;
  /** Prepares one request for a transport other than `fetch`: its URL and headers. */
  readonly prepare: (build: () => Call, options?: CallOptions) => Promise<Prepared>;
}

/** Makes a client over `fetch`. It opens no connection and reads no environment until it is used. */
export function createClient(settings: ClientSettings): Client {
  return {
    exchange: (build, options) => exchange(settings, build, options),
    prepare: (build, options) => prepare(settings, build, options),
  };
}
