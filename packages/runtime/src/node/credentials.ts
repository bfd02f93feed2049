// AWS's default chain of credentials for Node: environment, profiles, SSO, web identity, containers, instances.
// https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html#credentialProviderChain
import type { AwsCredentials, CredentialProvider, CredentialRequest } from '@bedrock-kit/sigv4';
import { BedrockError } from '../errors.ts';

// What the function takes and gives, for an app that exports it.
export type { AwsCredentials, CredentialRequest };

/** Options of `defaultCredentials`: where it looks for credentials. */
export interface DefaultCredentialsOptions {
  /** The profile in the shared files. Default: `AWS_PROFILE`, then `default`. */
  readonly profile?: string | undefined;
  /** The region in which a role is assumed whose profile names none. Default: `AWS_REGION`, else `us-east-1`. */
  readonly region?: string | undefined;
}

const packageName = '@aws-sdk/credential-providers';

/**
 * AWS's default credential chain: `createBedrockRuntime({ credentials: defaultCredentials() })`. It comes from the optional
 * peer dependency `@aws-sdk/credential-providers`, which is loaded when credentials are first needed.
 *
 * @throws BedrockError `MissingCredentials` from the call if that package is not installed.
 */
export function defaultCredentials(
  options: DefaultCredentialsOptions = {},
): (request?: CredentialRequest) => Promise<AwsCredentials> {
  let chain: Promise<CredentialProvider> | undefined;
  return async (request) => {
    chain ??= load(options).catch((error: unknown) => {
      chain = undefined; // the next call tries again
      throw error;
    });
    return (await chain)(request);
  };
}

async function load({ profile, region }: DefaultCredentialsOptions): Promise<CredentialProvider> {
  try {
    // eslint-disable-next-line @nx/enforce-module-boundaries -- the one package from outside: an optional peer, loaded when it is asked for
    const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
    // The file is read anew each time: keys in it have no expiration, and what was read once would hold for ever, even when AWS has
    // refused the keys as expired and another program has written new ones:
    // https://github.com/smithy-lang/smithy-typescript/issues/1274
    const chain = fromNodeProviderChain({ ignoreCache: true, ...(profile !== undefined && { profile }) });
    // As a client of AWS's own tells the chain its region. Not by the option clientConfig: SSO would be asked in this region, too.
    const caller = region ? { callerClientConfig: { region: () => Promise.resolve(region) } } : {};
    return (request) => chain({ ...caller, ...(request?.forceRefresh && { forceRefresh: true }) });
  } catch (cause) {
    throw new BedrockError({
      code: 'MissingCredentials',
      message: `The default chain of credentials comes from the package ${packageName}, which could not be loaded. Install it: npm install ${packageName}`,
      cause,
    });
  }
}
