/** Credentials in the shape of the AWS SDK, and how a signer comes to them. */
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

/** Refuses credentials without a key: an empty environment variable is no credential. */
export function checkCredentials(credentials: AwsCredentials | undefined): AwsCredentials {
  for (const member of ['accessKeyId', 'secretAccessKey'] as const) {
    const value: unknown = credentials?.[member];
    if (typeof value !== 'string' || value === '') {
      throw new SigV4Error('missing-credentials', `credentials.${member}`, 'is missing or empty');
    }
  }
  return credentials as AwsCredentials; // both members were found
}

export interface CredentialSource {
  readonly load: () => AwsCredentials | Promise<AwsCredentials>;
  readonly loadSync: () => AwsCredentials;
}

/** Throws `missing-credentials` at once when they are not a function and have no key. */
export function credentialSource(given: AwsCredentials | CredentialProvider): CredentialSource {
  if (typeof given !== 'function') {
    // Copied, so that what is written into the object later changes nothing.
    const credentials = { ...checkCredentials(given) };
    return { load: () => credentials, loadSync: () => credentials };
  }
  return {
    load: async () => checkCredentials(await given()),
    loadSync() {
      throw new SigV4Error(
        'asynchronous',
        'credentials',
        'are a function, which answers with a promise: use sign, not signSync',
      );
    },
  };
}
