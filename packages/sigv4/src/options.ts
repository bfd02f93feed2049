/** What can be said about how to sign: once for a signer, or anew for a call. */
import type { AwsCredentials, CredentialProvider } from './credentials.ts';
import { SigV4Error } from './errors.ts';

/** Options of one signature. Each may also be given to `createSigner`, as the default of its calls; a call wins. */
export interface SigningOptions {
  /** Whether the path is encoded once more. By default yes, and no for S3. */
  readonly doubleEncode?: boolean | undefined;
  /** Whether dot segments and empty segments leave the path. By default yes, and no for S3. */
  readonly normalizePath?: boolean | undefined;
  /**
   * Whether the hash of the body is also sent, as `x-amz-content-sha256`. By default only to services that require it
   * (S3, S3 Glacier, OpenSearch Serverless). With `true` a given `content-length` is signed as well.
   */
  readonly signBody?: boolean | undefined;
  /** Leaves the body out of the signature, where the service allows it (S3 does). Needed for a stream. */
  readonly unsignedPayload?: boolean | undefined;
  /** The SHA-256 of the body in hexadecimal, or AWS's word for a kind of payload; the body is then not read. */
  readonly payloadHash?: string | undefined;
  /** `signed` (default) or `appended`: added after signing, for the few services that want it so (AWS IoT). */
  readonly sessionToken?: 'signed' | 'appended' | undefined;
  /** When the request is signed; by default the time of `clock`. Also milliseconds, ISO 8601 or `YYYYMMDDTHHMMSSZ`. */
  readonly signingDate?: Date | number | string | undefined;
  /** How long a presigned URL holds, in whole seconds from 1 to 604800 (a week); 3600 by default. */
  readonly expiresIn?: number | undefined;
  /** Headers to sign although they are on the list of those that proxies change; in a presigned URL: to keep as headers. */
  readonly signedHeaders?: readonly string[] | undefined;
  /** Headers to send without signing them. */
  readonly unsignedHeaders?: readonly string[] | undefined;
}

export interface SignerOptions extends SigningOptions {
  /** The signing name of the service, for example `s3`, `dynamodb`, `execute-api` or `bedrock`. */
  readonly service: string;
  /** The region of the endpoint that is called, for example `us-east-1`. */
  readonly region: string;
  /** Credentials, or a function that loads them. */
  readonly credentials: AwsCredentials | CredentialProvider;
  /** What time it is; the system's clock by default. */
  readonly clock?: (() => Date) | undefined;
}

/** Options with every default filled in that does not depend on the request. */
export interface Settings extends SigningOptions {
  readonly service: string;
  readonly region: string;
  readonly doubleEncode: boolean;
  readonly normalizePath: boolean;
  readonly isS3: boolean;
  readonly clock: () => Date;
}

/** `s3`, `s3-outposts`, `s3-object-lambda`, `s3express`: keys are paths as they are. */
export function isS3(service: string): boolean {
  return /^s3(?:$|-|express)/.test(service);
}

/** https://docs.aws.amazon.com/amazonglacier/latest/dev/api-common-request-headers.html and .../opensearch-service/latest/developerguide/serverless-clients.html */
const CONTENT_SHA256_REQUIRED = /^(?:glacier|aoss)$/;

export function settingsOf(options: SignerOptions): Settings {
  for (const member of ['service', 'region'] as const) {
    const value: unknown = options[member];
    if (typeof value !== 'string' || value === '' || value.includes('/')) {
      throw new SigV4Error(
        'invalid-option',
        member,
        `must be a name such as "${member === 'region' ? 'us-east-1' : 's3'}"`,
      );
    }
  }
  const single = isS3(options.service);
  return {
    ...options,
    doubleEncode: options.doubleEncode ?? !single,
    normalizePath: options.normalizePath ?? !single,
    isS3: single,
    clock: options.clock ?? (() => new Date()),
  };
}

/** The settings of one call: what it says wins, what it leaves `undefined` stays. */
export function withOptions(settings: Settings, options: SigningOptions | undefined): Settings {
  if (options === undefined) return settings;
  const said = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...settings, ...Object.fromEntries(said) };
}

export function sendsContentSha256({ signBody, isS3: required, service }: Settings): boolean {
  return signBody ?? (required || CONTENT_SHA256_REQUIRED.test(service));
}
