/** Credentials in the shape of the AWS SDK. */
import { SigV4Error } from './errors.ts';

/** The shape of `AwsCredentialIdentity` in the AWS SDK. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. An empty string is no token. */
  readonly sessionToken?: string | undefined;
  /** When temporary credentials end. */
  readonly expiration?: Date | undefined;
}

/** What a function that loads credentials may be told. */
export interface CredentialRequest {
  /** Asks for new credentials although the old are not expired. Without `undefined`, as the AWS SDK's functions take it. */
  readonly forceRefresh?: boolean;
  /** What the AWS SDK's own clients tell such a function, and this package never does; stands here so that theirs fit. */
  readonly callerClientConfig?: never;
}

/**
 * A function that gives credentials, at once or later. Those of `@aws-sdk/credential-providers` are such functions,
 * `fromNodeProviderChain()` for example.
 */
export type CredentialProvider = (
  request?: CredentialRequest,
) => AwsCredentials | PromiseLike<AwsCredentials>;

/**
 * Throws `missing-credentials` when there is no key: an empty environment variable is no credential; and `asynchronous` for a
 * function, which who can wait has called.
 */
export function checkCredentials(given: AwsCredentials | CredentialProvider): AwsCredentials {
  // JavaScript may leave them out, and a function may find none. A function itself has neither of the two.
  const credentials = given as AwsCredentials | undefined;
  if (credentials?.accessKeyId && credentials.secretAccessKey) return credentials;
  const isFunction = typeof given === 'function';
  throw new SigV4Error(
    isFunction ? 'asynchronous' : 'missing-credentials',
    'credentials',
    isFunction ? 'need sign or presign, which wait' : 'need accessKeyId and secretAccessKey',
  );
}
