// Chooses how to authorize: what the caller wrote, then the environment's API key, then the environment's access keys.
// https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html
import type { AwsCredentials, CredentialProvider } from '@bedrock-kit/sigv4';
import { type Environment, spareVariable, variable } from '../environment.ts';
import { BedrockError } from '../errors.ts';
import { wrongOption } from '../option-values.ts';
import type { Authorize } from './authorize.ts';
import { type ApiKey, bearerAuth } from './bearer.ts';
import { noAuth } from './none.ts';
import { sigv4Auth } from './sigv4.ts';

/** How requests are authorized. What is given wins over the environment. */
export interface AuthSettings {
  /**
   * A Bedrock API key, or a function that returns one. It wins over `credentials`. Default: `AWS_BEARER_TOKEN_BEDROCK`, unless
   * `credentials` are given, or AWS accepts no API key for the operation (`rerank`, bidirectional streams) and the environment
   * also has access keys. Present as `undefined`, `null` or blank, it switches that variable off.
   */
  readonly apiKey?: ApiKey | null | undefined;
  /**
   * AWS credentials, or a function that returns them. Default: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and
   * `AWS_SESSION_TOKEN`, all three together. Present as `undefined` or `null`, it switches those variables off.
   */
  readonly credentials?: AwsCredentials | CredentialProvider | null | undefined;
  /** `none` sends no authorization, for a gateway that adds its own. */
  readonly auth?: 'none' | undefined;
  /** The region of the signature, if it is not that of the call. */
  readonly signingRegion?: string | null | undefined;
  /** The host of the signature, if the request goes to a gateway that passes it on; see `SigV4Settings.signingHost`. */
  readonly signingHost?: string | null | undefined;
  /** Returns the current time. Default `() => new Date()`. */
  readonly clock?: (() => Date) | undefined;
}

/**
 * Authorizes by the settings, or else by the environment, which is read at each call. Sources are never mixed: a session
 * token of the environment does not join keys of the caller.
 *
 * @throws BedrockError from the call: `MissingCredentials` if no source has any, `InvalidRequest` for an `auth` other than
 *   `none`, and as `sigv4Auth` and `bearerAuth`.
 */
export function resolveAuth(settings: AuthSettings): Authorize {
  const { apiKey, credentials } = settings;
  const auth: unknown = settings.auth; // not its type: JavaScript may write another word
  if (auth === 'none') return noAuth;
  // Credentials of the environment would go to the gateway that is to get none.
  if (auth) return refuseAuth;
  if (typeof apiKey === 'string' ? apiKey.trim() : apiKey) return bearerAuth(apiKey as ApiKey); // not null, undefined or blank
  if (credentials) return signing(settings, credentials);
  return fromEnvironment(settings);
}

function refuseAuth(): never {
  throw wrongOption('auth', '"none" or no value', 'another');
}

function fromEnvironment(settings: AuthSettings): Authorize {
  /** As long as the variables stay the same, so does the signer, which keeps what it has learnt of the clock. */
  let known: readonly [keys: string, authorize: Authorize] | undefined;
  return (request) => {
    const { environment, signedOnly } = request;
    const apiKey = 'apiKey' in settings ? undefined : spareVariable(environment, 'AWS_BEARER_TOKEN_BEDROCK');
    const isSigned = signedOnly && spareVariable(environment, 'AWS_SECRET_ACCESS_KEY');
    const credentials =
      'credentials' in settings || (apiKey && !isSigned) ? undefined : accessKeys(environment);
    if (credentials) {
      const keys = JSON.stringify(credentials);
      if (known?.[0] !== keys) known = [keys, signing(settings, credentials)];
      return known[1](request);
    }
    if (apiKey) return bearerAuth(apiKey)(request);
    throw missingCredentials(settings);
  };
}

function accessKeys(environment: Environment): AwsCredentials | undefined {
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const;
  const [accessKeyId, secretAccessKey] = names.map((name) => variable(environment, name));
  if (!accessKeyId && !secretAccessKey) return undefined;
  if (accessKeyId && secretAccessKey)
    return { accessKeyId, secretAccessKey, sessionToken: variable(environment, 'AWS_SESSION_TOKEN') };
  const [set, missing] = accessKeyId ? names : [names[1], names[0]];
  throw new BedrockError({
    code: 'MissingCredentials',
    message: `${set} is set, ${missing} is not, or switched off. Set both, or pass credentials.`,
  });
}

function signing(settings: AuthSettings, credentials: AwsCredentials | CredentialProvider): Authorize {
  return sigv4Auth({
    credentials,
    signingRegion: settings.signingRegion,
    signingHost: settings.signingHost,
    clock: settings.clock,
  });
}

/** Worded to fit settings of other names as well, such as those of the provider for the AI SDK. */
function missingCredentials(settings: AuthSettings): BedrockError {
  const off = ['apiKey', 'credentials'].filter((name) => name in settings);
  return new BedrockError({
    code: 'MissingCredentials',
    message: `No credentials for Amazon Bedrock. Pass apiKey, access keys or a credential provider, or set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.${
      off.length > 0 ? ` (Given without a value, which switches variables off: ${off.join(' and ')}.)` : ''
    } For profiles, SSO, containers and instances use defaultCredentials() of @bedrock-kit/runtime/credentials.`,
  });
}
