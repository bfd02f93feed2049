// How a request is authorized: the one seam at which signing, API keys and no authorization at all differ.
// https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam.html
import type { createSigner, EventSigner } from '@bedrock-kit/sigv4';
import type { Environment } from '../environment.ts';
import type { BedrockError } from '../errors.ts';

/** A request that is complete but for its authorization. */
export interface UnauthorizedRequest {
  /** Of HTTP, in capitals. */
  readonly method: string;
  /** Whether AWS takes no API key for the operation. */
  readonly signedOnly?: boolean | undefined;
  /** Where it goes. */
  readonly url: string;
  /** Path and query of the operation, without the path prefix of an endpoint. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes that will be sent. */
  readonly body: Uint8Array | undefined;
  /** The region that the call goes to; undefined where nothing names one. */
  readonly region: string | undefined;
  /** The variables at the time of the call. */
  readonly environment: Environment;
}

/** What is sent with one attempt, and what is to be known when it is answered. */
export interface Authorization {
  /** All headers to send, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Texts to erase from whatever the server answers: some errors quote the headers of the request. */
  readonly secrets: readonly string[];
  /** Learns from a refusal what makes another attempt worth while, and says which it was; each is tried once in a call. */
  readonly recover?: ((refusal: BedrockError) => 'credentials' | 'clock' | undefined) | undefined;
  /**
   * Signs the messages of a stream that this request opens. Takes `createSigner`, so that whoever opens no such stream
   * does not bundle it.
   */
  readonly eventSigner?: ((create: typeof createSigner) => EventSigner) | undefined;
}

/** Authorizes one attempt of a request. Secrets live in its closure, so that no object that a program prints holds them. */
export type Authorize = (request: UnauthorizedRequest) => Authorization | Promise<Authorization>;
