// Short-term API keys for Bedrock: a presigned call in base64, made without asking AWS.
// https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html
import { type AwsCredentials, type CredentialProvider, presignSync } from '@bedrock-kit/sigv4';
import { credentialsOf } from './authorization/sigv4.ts';
import { invalidRequest } from './errors.ts';
import { checkOptions, wrongOption } from './option-values.ts';
import { checkedRegion, signedRegion } from './region.ts';

/** Options of `createBedrockApiKey`: whose key it is, where it works, and for how long. */
export interface ApiKeyOptions {
  /** AWS credentials, or a function that returns them. The key can do what they can, and expires no later than they do. */
  readonly credentials: AwsCredentials | CredentialProvider;
  /** The only region where the key works. */
  readonly region: string;
  /** How long the key is valid, in whole seconds: 1 to 43,200 (12 hours). Default 43,200. */
  readonly expiresInSeconds?: number | undefined;
  /** Returns the current time. Default `() => new Date()`. */
  readonly clock?: (() => Date) | undefined;
}

const prefix = 'bedrock-api-key-';
const maxSeconds = 12 * 3600;

/**
 * Makes a short-term Bedrock API key, as `@aws/bedrock-token-generator` does. For a fresh key with each request, set `apiKey` to a
 * function that calls this.
 *
 * @throws BedrockError `InvalidRequest` for an `expiresInSeconds` out of bounds or an option of the wrong type, `MissingRegion`, `InvalidRegion`,
 *   `InvalidCredentials`, `CredentialsFailed`.
 */
export async function createBedrockApiKey(options: ApiKeyOptions): Promise<string> {
  checkOptions(options);
  if (!options.region) throw wrongOption('region', 'a name such as us-east-1', 'none', 'MissingRegion');
  const { credentials, expiresInSeconds = maxSeconds, clock } = options;
  const region = checkedRegion(signedRegion(options.region));
  if (!Number.isInteger(expiresInSeconds) || expiresInSeconds < 1 || expiresInSeconds > maxSeconds)
    throw invalidRequest(
      `expiresInSeconds is ${expiresInSeconds}; whole seconds from 1 to ${maxSeconds} (12 hours) are possible.`,
    );
  const { url } = presignSync(
    { method: 'POST', url: 'https://bedrock.amazonaws.com/?Action=CallWithBearerToken' },
    {
      service: 'bedrock',
      region,
      credentials: await credentialsOf(credentials)(),
      expiresIn: expiresInSeconds,
      clock,
    },
  );
  // The version is added after signing, so it is not signed.
  return prefix + btoa(`${url.slice('https://'.length)}&Version=1`);
}
