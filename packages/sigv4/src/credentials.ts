/** Credentials in the shape of the AWS SDK. */
import { SigV4Error } from './errors.ts';

/** The shape of `AwsCredentialIdentity` in the AWS SDK. */
export interface AwsCredentials {
  /** The id of the key. It is no secret: each request carries it. */
  readonly accessKeyId: string;
  /** The secret that signs. It is never sent. */
  readonly secretAccessKey: string;
  /** The token of temporary credentials. An empty string counts as none. */
  readonly sessionToken?: string | undefined;
  /** When temporary credentials expire. */
  readonly expiration?: Date | undefined;
}

/** What a function that loads credentials may be asked. */
export interface CredentialRequest {
  /** Asks for new credentials even if the old ones have not expired. */
  // Not `| undefined`, because the AWS SDK's functions do not accept that.
  readonly forceRefresh?: boolean;
  /** What the AWS SDK's own clients pass to such a function. This package never does; it is here so that those functions fit. */
  readonly callerClientConfig?: never;
}

/** A function that returns credentials or a promise of them, such as `fromNodeProviderChain()` of `@aws-sdk/credential-providers`. */
// A promise is PromiseLike, too. It stands here so that the compiler names the key that is missing, not what is wrong with `then`.
export type CredentialProvider = (
  request?: CredentialRequest,
) => AwsCredentials | Promise<AwsCredentials> | PromiseLike<AwsCredentials>;

/** A copy, so that what is written into the object later changes nothing. By name, because the members may be getters of a class. */
export function copyOf({ accessKeyId, secretAccessKey, sessionToken }: AwsCredentials): AwsCredentials {
  return { accessKeyId, secretAccessKey, sessionToken };
}

/**
 * Throws `missing-credentials` when a key is missing or empty, as an environment variable may be, is a promise, or ends with the line break of
 * the file that it was read from, and `asynchronous` for a function: callers that can wait have called it by now.
 */
export function checkCredentials(given: AwsCredentials | CredentialProvider): AwsCredentials {
  // JavaScript may leave them out, and a function may find none. A function itself has neither key.
  const credentials = given as AwsCredentials | undefined;
  // The line break of a file: a secret that ends with one signs nothing that AWS takes, and fetch quotes the header with such an id. The text
  // of an object, most often of a promise that was not awaited, signs nothing either.
  if (
    credentials?.accessKeyId &&
    credentials.secretAccessKey &&
    !/[\r\n]|\[object /.test(credentials.accessKeyId + credentials.secretAccessKey)
  )
    return credentials;
  const isFunction = typeof given === 'function';
  throw new SigV4Error(
    isFunction ? 'asynchronous' : 'missing-credentials',
    'credentials',
    isFunction
      ? 'are a function: call it, or use the form without Sync'
      : 'need accessKeyId and secretAccessKey, as text without line breaks',
  );
}
