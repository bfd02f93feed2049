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

/**
 * A function that loads credentials. Those of `@aws-sdk/credential-providers` are such functions, `fromNodeProviderChain()`
 * for example. `forceRefresh` asks for new ones although the old are not expired.
 */
export type CredentialProvider = (options?: {
  forceRefresh?: boolean | undefined;
}) => Promise<AwsCredentials>;

/** Throws `missing-credentials` when there is no key: an empty environment variable is no credential. */
export function checkCredentials(credentials: AwsCredentials | CredentialProvider): AwsCredentials {
  const { accessKeyId, secretAccessKey } = credentials as Partial<AwsCredentials>; // a function has neither
  if (accessKeyId && secretAccessKey) return credentials as AwsCredentials; // it has both
  throw new SigV4Error('missing-credentials', 'credentials', 'need an accessKeyId and a secretAccessKey');
}
