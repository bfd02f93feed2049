/** What verifying takes and what it tells. */
import type { HeadersInput } from './headers.ts';
import type { RequestBody } from './request.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  /** As received, such as `POST`. */
  readonly method: string;
  /** Path and query exactly as received (`request.url` of Node), or the absolute URL. */
  readonly url: string | URL;
  /** With `host` or `:authority`, unless the URL is absolute. Node's `rawHeaders`, as pairs, keep repeated names apart. */
  readonly headers: HeadersInput;
  /** As received: text or bytes. Read a Blob or a stream first. */
  readonly body?: RequestBody;
}

/** What is known of an access key; a string is the secret access key alone. */
export type KnownSecret =
  | string
  | {
      readonly secretAccessKey: string;
      /** If it is given, the request must carry the same. */
      readonly sessionToken?: string | undefined;
    };

/** Whose secrets are known, and what a request must be signed for. */
export interface VerifyOptions {
  /** Finds the secret of an access key id; `undefined` or `null`, as many stores say it, when there is no such key. */
  readonly lookupSecret: (
    accessKeyId: string,
    sessionToken: string | undefined,
  ) => KnownSecret | null | undefined | Promise<KnownSecret | null | undefined>;
  /** What time it is; the system's clock by default. */
  readonly clock?: (() => Date) | undefined;
  /** The service, or services, that a request must be signed for; any by default. */
  readonly service?: string | readonly string[] | undefined;
  /** The region, or regions, that a request must be signed for; any by default. */
  readonly region?: string | readonly string[] | undefined;
  /** How far the date of a request may be from now, in seconds, in either direction; 300 by default, as for AWS. */
  readonly clockSkewSeconds?: number | undefined;
  /** As for signing; by default what the service in the credential scope wants. */
  readonly doubleEncode?: boolean | undefined;
  /** As for signing; by default what the service in the credential scope wants. */
  readonly normalizePath?: boolean | undefined;
  /** `appended` when the session token of a presigned URL is not part of its signature. */
  readonly sessionToken?: 'signed' | 'appended' | undefined;
  /** SHA-256 of the body in hexadecimal, if it was hashed while it was received; `body` is then not read. */
  readonly payloadHash?: string | undefined;
}

/**
 * Why a request is refused.
 *
 * - `missing-signature`: neither an `Authorization` header of AWS nor a signature in the query
 * - `unsupported-algorithm`: another one than `AWS4-HMAC-SHA256`, for example SigV4A
 * - `malformed`: a signature, credential, date or expiry that cannot be read, two signatures, or two hosts
 * - `wrong-scope`: signed for another service or region than `service` and `region` allow
 * - `skewed`: signed more than `clockSkewSeconds` before or after now
 * - `expired`: a presigned URL that has ended
 * - `unsigned-header`: the host, or an `x-amz-*` header that must be signed, is not
 * - `unknown-key`: `lookupSecret` knows no secret for the access key id
 * - `bad-token`: another session token than that of the access key, or none
 * - `signature-mismatch`: something signed has changed on the way, or the secret is another one
 * - `body-mismatch`: the signature is right, but the body is not the one whose hash was signed
 */
export type VerifyCode =
  | 'missing-signature'
  | 'unsupported-algorithm'
  | 'malformed'
  | 'wrong-scope'
  | 'skewed'
  | 'expired'
  | 'unsigned-header'
  | 'unknown-key'
  | 'bad-token'
  | 'signature-mismatch'
  | 'body-mismatch';

/** What a right signature says: who signed, when, and for what. */
export interface Verified {
  readonly ok: true;
  /** Whose key signed. */
  readonly accessKeyId: string;
  /** As it came with the request; undefined where none did. */
  readonly sessionToken: string | undefined;
  /** The region of the credential scope. */
  readonly region: string;
  /** The service of the credential scope. */
  readonly service: string;
  /** When it was signed. */
  readonly date: Date;
  /** When a presigned URL ends, if it says so; one that does not holds as long as a signed request, `clockSkewSeconds`. */
  readonly expires: Date | undefined;
  /** Whether the signature stood in the query. */
  readonly presigned: boolean;
  /** The names of the headers that were signed, in lower case. */
  readonly signedHeaders: readonly string[];
  /** In hexadecimal; the prior signature of the first message, if an event stream follows. */
  readonly signature: string;
  /** What stood for the body: its SHA-256, `UNSIGNED-PAYLOAD`, or another word, which the body was then not compared with. */
  readonly payloadHash: string;
  /** What was signed. */
  readonly canonicalRequest: string;
  /** The text with the hash of the canonical request, which the key signed. */
  readonly stringToSign: string;
}

/** What is wrong with a request. */
export interface Refused {
  readonly ok: false;
  /** Why: see {@link VerifyCode}. */
  readonly code: VerifyCode;
  /** For a person; holds no secret. */
  readonly message: string;
  /** What should have been signed, as far as it was worked out. */
  readonly canonicalRequest?: string | undefined;
  /** The text with its hash, which the key should have signed. */
  readonly stringToSign?: string | undefined;
}

/** Look at `ok` first. */
export type VerifyResult = Verified | Refused;

export function refusal(code: VerifyCode, message: string): Refused {
  return { ok: false, code, message };
}
