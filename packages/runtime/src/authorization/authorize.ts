// How a request is authorized: the one seam at which signing, API keys and no authorization at all differ.
// https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam.html
import type { createSigner, EventSigner } from '@bedrock-kit/sigv4';
import type { Environment } from '../environment.ts';
import type { BedrockError } from '../errors.ts';

/** A request that is complete except for its authorization. */
export interface UnauthorizedRequest {
  /** The HTTP method, in upper case. */
  readonly method: string;
  /** Whether AWS accepts no API key for the operation. */
  readonly signedOnly?: boolean | undefined;
  /** The URL that it goes to. */
  readonly url: string;
  /** Path and query of the operation, without the path prefix of an endpoint. */
  readonly target: string;
  /** The headers, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes that will be sent. */
  readonly body: Uint8Array | undefined;
  /** The region that the call goes to; `undefined` if nothing names one. */
  readonly region: string | undefined;
  /** The environment variables at the time of the call. */
  readonly environment: Environment;
}

/** What is sent with one attempt, and what is needed when its answer comes. */
export interface Authorization {
  /** All headers to send, with lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Texts to erase from whatever the server answers, because some errors quote the headers of the request. */
  readonly secrets: readonly string[];
  /** After a refusal, says what makes another attempt worthwhile: new credentials or a corrected clock. Each is tried once in a call. */
  readonly recover?: ((refusal: BedrockError) => 'credentials' | 'clock' | undefined) | undefined;
  /**
   * Makes what signs the messages of a stream that this request opens. It is given `createSigner`, so that a bundle
   * without such streams does not contain that.
   */
  readonly eventSigner?: ((create: typeof createSigner) => EventSigner) | undefined;
}

/** Authorizes one attempt of a request. Keep secrets in its closure, so that no object that a program prints holds them. */
export type Authorize = (request: UnauthorizedRequest) => Authorization | Promise<Authorization>;
