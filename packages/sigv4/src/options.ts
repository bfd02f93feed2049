/** How to sign: options of a signer, and of each call. */
import type { AwsCredentials, CredentialProvider } from './credentials.ts';
import { SigV4Error } from './errors.ts';

/** Options of one signature. Each may also be given to `createSigner`, as the default of its calls; a call wins. */
export interface SigningOptions {
  /** Whether the path is percent-encoded once more in what is signed. By default `true`, for S3 `false`. */
  readonly doubleEncode?: boolean | undefined;
  /** Whether `.`, `..` and empty segments are removed from the path in what is signed. By default `true`, for S3 `false`. */
  readonly normalizePath?: boolean | undefined;
  /**
   * Whether the hash of the body is also sent, as `x-amz-content-sha256`. By default only to services that require it
   * (S3, S3 Glacier, OpenSearch Serverless). With `true` a given `content-length` is signed as well, and whoever uses a
   * presigned URL must send both headers.
   */
  readonly signBody?: boolean | undefined;
  /** Leaves the body out of the signature, where the service allows it (S3 does). Needed for a stream. */
  readonly unsignedPayload?: boolean | undefined;
  /** The SHA-256 of the body in hexadecimal, or AWS's word in its place, such as `STREAMING-...`. The body is then not read. */
  readonly payloadHash?: string | undefined;
  /** `signed` (default), or `appended`: added after signing, for the few services that require it (AWS IoT). */
  readonly sessionToken?: 'signed' | 'appended' | undefined;
  /** The time of signing: a date, milliseconds, or text that `Date` reads; by default the time of `clock`. */
  readonly signingDate?: Date | number | string | undefined;
  /** How long a presigned URL is valid, in whole seconds from 1 to 604800 (a week). By default its own `X-Amz-Expires`, or 3600. */
  readonly expiresIn?: number | undefined;
  /** Headers to sign although proxies may change them. In a presigned URL also `x-amz-*` headers to keep as headers. */
  readonly signedHeaders?: readonly string[] | undefined;
  /** Headers to send without signing them. */
  readonly unsignedHeaders?: readonly string[] | undefined;
}

/** Options of a signer: what it signs for, with whose credentials, and how. */
export interface SignerOptions extends SigningOptions {
  /** The signing name of the service, for example `s3`, `dynamodb`, `execute-api` or `bedrock`. */
  readonly service: string;
  /** The region of the endpoint that is called, for example `us-east-1`. */
  readonly region: string;
  /** Credentials, or a function that loads them. */
  readonly credentials: AwsCredentials | CredentialProvider;
  /** Returns the current time; the system's clock by default. */
  readonly clock?: (() => Date) | undefined;
}

/** `s3`, `s3-outposts`, `s3-object-lambda`, `s3express`: keys are paths as they are. */
export function isS3(service: string): boolean {
  return /^s3($|-|express)/.test(service);
}

/** A week, in seconds. */
export const MAX_EXPIRY = 604_800;

/** Whether a presigned URL may expire after so many seconds. */
export function isExpiry(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds > 0 && seconds <= MAX_EXPIRY;
}

/** Throws `invalid-option` where service or region is empty or holds a slash, which is what separates the parts of a scope. */
export function checkScope(options: Partial<SignerOptions> | undefined): void {
  for (const field of ['service', 'region'] as const) {
    const value: unknown = options?.[field]; // JavaScript may give anything: the region of a client of AWS's is a function
    if (typeof value !== 'string' || !value || value.includes('/'))
      throw new SigV4Error('invalid-option', field, 'is missing or not a name');
  }
}

/** Whether a header name is on a list, written in whatever case. */
export function lists(names: readonly string[] | undefined, name: string): boolean | undefined {
  return names?.some((each) => each.toLowerCase() === name);
}

/** What a call says wins, what it leaves `undefined` stays. */
export function merged(settings: SignerOptions, call: SigningOptions | undefined): SignerOptions {
  if (call === undefined) return settings;
  return {
    ...settings,
    ...Object.fromEntries(Object.entries(call).filter(([, value]) => value !== undefined)),
  };
}

/** The same with credentials that are at hand. */
export async function loaded(options: SignerOptions): Promise<SignerOptions> {
  const { credentials } = options;
  return { ...options, credentials: typeof credentials === 'function' ? await credentials() : credentials };
}
