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
 * A function that loads credentials. Those of `@aws-sdk/credential-providers` are such functions, `fromNodeProviderChain()`
 * for example.
 */
export type CredentialProvider = (request?: CredentialRequest) => Promise<AwsCredentials>;

/** Throws `missing-credentials` when there is no key: an empty environment variable is no credential. */
export function checkCredentials(credentials: AwsCredentials | CredentialProvider): AwsCredentials {
  // A function has neither, which no narrowing tells.
  if ('accessKeyId' in credentials && credentials.accessKeyId && credentials.secretAccessKey)
    return credentials;
  throw new SigV4Error('missing-credentials', 'credentials', 'need accessKeyId and secretAccessKey');
}
