// Short-term API keys for Bedrock: a presigned call in base64, made without asking AWS.
// https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html
import { type AwsCredentials, type CredentialProvider, presignSync } from '@bedrock-kit/sigv4';
import { credentialsOf } from './authorization/sigv4.ts';
import { invalidRequest } from './errors.ts';
import { checkOptions } from './option-values.ts';
import { checkedRegion, signedRegion } from './region.ts';

/** Whose key it is to be, where it works, and for how long. */
export interface ApiKeyOptions {
  /** Static, or a function that gives them. The key can do what they can, and ends when they do. */
  readonly credentials: AwsCredentials | CredentialProvider;
  /** The key works in this region alone. */
  readonly region: string;
  /** 1 to 43,200 (12 hours). Default 43,200. */
  readonly expiresInSeconds?: number | undefined;
  /** Default `() => new Date()`. */
  readonly clock?: (() => Date) | undefined;
}

const prefix = 'bedrock-api-key-';
const maxSeconds = 12 * 3600;

/**
 * Makes a short-term Bedrock API key, as `@aws/bedrock-token-generator` does. Give `apiKey` a function that calls this
 * to have a fresh one for each request.
 *
 * @throws BedrockError `InvalidRequest` for a life that is not whole seconds up to 12 hours or an option of another type, `MissingRegion`, `InvalidRegion`,
 *   `InvalidCredentials`, `CredentialsFailed`.
 */
export async function createBedrockApiKey(options: ApiKeyOptions): Promise<string> {
  checkOptions(options);
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
