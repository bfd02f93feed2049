/** What verifyRequest takes and returns. */
import type { HeadersInput } from './headers.ts';
import type { RequestBody } from './request.ts';

/** A request as it came in. */
export interface ReceivedRequest {
  /** The method as received, such as `POST`. */
  readonly method: string;
  /** Path and query exactly as received (`request.url` of Node), or the absolute URL. */
  readonly url: string | URL;
  /** They need `host` or `:authority`, unless the URL is absolute. Node's `rawHeaders`, as pairs, keep repeated names apart. */
  readonly headers: HeadersInput;
  /** The body as received, as text or bytes. Read a Blob or a stream first. */
  readonly body?: RequestBody;
}

/** What is known of an access key. A string is its secret access key. */
export type KnownSecret =
  | string
  | {
      readonly secretAccessKey: string;
      /** If it is given, the request must carry the same token. */
      readonly sessionToken?: string | undefined;
    };

/** Options of `verifyRequest`: whose secrets are known, and what a request must be signed for. */
export interface VerifyOptions {
  /** Finds the secret of an access key id. Returns `undefined` or `null` if there is no such key. */
  readonly lookupSecret: (
    accessKeyId: string,
    sessionToken: string | undefined,
  ) => KnownSecret | null | undefined | Promise<KnownSecret | null | undefined>;
  /** Returns the current time; the system's clock by default. */
  readonly clock?: (() => Date) | undefined;
  /** The service, or services, that a request must be signed for; any by default. */
  readonly service?: string | readonly string[] | undefined;
  /** The region, or regions, that a request must be signed for; any by default. */
  readonly region?: string | readonly string[] | undefined;
  /** How far the date of a request may be from now, in seconds, in either direction; 300 by default, as for AWS. */
  readonly clockSkewSeconds?: number | undefined;
  /** Whether the path is percent-encoded once more in what is signed. By default `true`, for S3 in the credential scope `false`. */
  readonly doubleEncode?: boolean | undefined;
  /** Whether `.`, `..` and empty segments are removed from the path in what is signed. By default `true`, for S3 in the credential scope `false`. */
  readonly normalizePath?: boolean | undefined;
  /** `appended` when the session token of a presigned URL is not part of its signature. */
  readonly sessionToken?: 'signed' | 'appended' | undefined;
  /** SHA-256 of the body in hexadecimal, if it was hashed while it was received; `body` is then not read. */
  readonly payloadHash?: string | undefined;
}

/**
 * Why a request is refused.
 *
 * - `missing-signature`: no `Authorization` header of AWS, and no signature in the query
 * - `unsupported-algorithm`: not `AWS4-HMAC-SHA256`; for example SigV4A
 * - `malformed`: an unreadable signature, credential, date or expiry; two signatures; or two hosts
 * - `wrong-scope`: signed for another service or region than `service` and `region` allow
 * - `skewed`: signed more than `clockSkewSeconds` before or after now
 * - `expired`: a presigned URL that has expired
 * - `unsigned-header`: the host, or an `x-amz-*` header that must be signed, is not signed
 * - `unknown-key`: `lookupSecret` knows no secret for the access key id
 * - `bad-token`: no session token, or not the one that belongs to the access key
 * - `signature-mismatch`: something signed has changed on the way, or the secret is a different one
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

/** What a valid signature says: who signed, when, and for what. */
export interface Verified {
  /** Whether the request is signed as it should be. */
  readonly ok: true;
  /** The id of the key that signed. */
  readonly accessKeyId: string;
  /** The token that came with the request, if any. */
  readonly sessionToken: string | undefined;
  /** The region of the credential scope. */
  readonly region: string;
  /** The service of the credential scope. */
  readonly service: string;
  /** When the request was signed. */
  readonly date: Date;
  /** When a presigned URL expires, if it says so. One that does not is accepted as long as a signed request: `clockSkewSeconds`. */
  readonly expires: Date | undefined;
  /** Whether the signature stood in the query. */
  readonly presigned: boolean;
  /** The names of the headers that were signed, in lower case. */
  readonly signedHeaders: readonly string[];
  /** The signature in hexadecimal. If an event stream follows, it is the prior signature of the first message. */
  readonly signature: string;
  /** What was signed for the body: its SHA-256, `UNSIGNED-PAYLOAD` or another word. With a word, the body was not checked. */
  readonly payloadHash: string;
  /** The canonical request that was signed. */
  readonly canonicalRequest: string;
  /** The text with the hash of the canonical request, which the key signed. */
  readonly stringToSign: string;
}

/** What is wrong with a request. */
export interface Refused {
  /** Whether the request is signed as it should be. */
  readonly ok: false;
  /** Why: see {@link VerifyCode}. */
  readonly code: VerifyCode;
  /** For people to read; holds no secret. */
  readonly message: string;
  /** What should have been signed, as far as it was worked out. */
  readonly canonicalRequest?: string | undefined;
  /** The text with its hash, which the key should have signed. */
  readonly stringToSign?: string | undefined;
}

/** Verified or refused: look at `ok` first. */
export type VerifyResult = Verified | Refused;

export function refusal(code: VerifyCode, message: string): Refused {
  return { ok: false, code, message };
}
