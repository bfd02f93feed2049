// Signature Version 4 for Bedrock, and the two refusals after which a second signature can do better.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
import {
  type AwsCredentials,
  cacheCredentials,
  type CredentialProvider,
  hashBody,
  signSync,
} from '@bedrock-kit/sigv4';
import { BedrockError } from '../errors.ts';
import { checkedHeader } from '../headers.ts';
import { messageOf } from '../network-error.ts';
import { checkOptions, wrongOption } from '../option-values.ts';
import { checkedRegion, signedRegion } from '../region.ts';
import type { Authorize } from './authorize.ts';
import { clockOffset } from './clock-skew.ts';

/** How requests are signed. */
export interface SigV4Settings {
  /**
   * AWS credentials, or a function that returns them, as the AWS SDK's credential providers do. They are kept until shortly before they
   * expire; without an expiration the function is called for each request.
   */
  readonly credentials: AwsCredentials | CredentialProvider;
  /** The region of the signature, if it is not that of the call. */
  readonly signingRegion?: string | null | undefined;
  /**
   * The host of the signature, if the request goes to a gateway that passes it on. The path prefix of the endpoint is then
   * not signed, because the gateway removes it. If it is a URL, its host is taken.
   */
  readonly signingHost?: string | null | undefined;
  /** Returns the current time. Default `() => new Date()`. */
  readonly clock?: (() => Date) | undefined;
}

/** Of bedrock-runtime and of bedrock-agent-runtime. */
const service = 'bedrock';

/** Codes with which AWS refuses temporary credentials that have expired. */
const expired = /^ExpiredToken(Exception)?$/;

/**
 * Signs each request. Requests at the same time share one call of a credentials function. If AWS says that credentials have expired, the
 * function is asked for new ones, once. If AWS refuses a signature whose time is off by four minutes or more, the request is signed again
 * by the server's clock, once.
 *
 * @throws BedrockError from the call: `InvalidRequest`, `MissingRegion`, `InvalidRegion`, `InvalidCredentials`, `CredentialsFailed`.
 */
export function sigv4Auth(settings: SigV4Settings): Authorize {
  const { clock = () => new Date() } = settings;
  let offset = 0;
  /** By the server's clock, once a refusal has told it: credentials expire by that one, too. */
  const now = (): Date => new Date(clock().getTime() + offset);
  const load = credentialsOf(settings.credentials, now);
  /** Credentials that were refused as expired, which are not to be used again. */
  let refused: AwsCredentials | undefined;

  return async (request) => {
    checkOptions(settings);
    const region = checkedRegion(signedRegion(settings.signingRegion || request.region), 'signingRegion');
    const credentials = await load(refused);
    const signedAt = now().getTime();
    const options = { service, region, credentials, clock: now };
    const host = settings.signingHost?.replace(/^\w+:\/\/|\/.*/g, '');
    const url = host ? `https://${host}${request.target}` : request.url;
    // Nothing else of a signature has to be waited for here. The header has a word in place of the hash, as for a body that is to come.
    const payloadHash = 'x-amz-content-sha256' in request.headers ? undefined : await hashBody(request.body);
    const { headers, signature } = signSync({ ...request, url }, { ...options, payloadHash });
    const { sessionToken } = credentials;
    return {
      headers,
      secrets: sessionToken ? [signature, sessionToken] : [signature],
      eventSigner: (create) => create(options).eventSigner({ priorSignature: signature }),
      recover(refusal) {
        if (expired.test(refusal.code) && typeof settings.credentials === 'function') {
          refused = credentials;
          return 'credentials';
        }
        const corrected = clockOffset(refusal, clock(), signedAt);
        if (corrected === undefined) return undefined;
        offset = corrected;
        return 'clock';
      },
    };
  };
}

/** Gives credentials other than `refused`, checked; a function's are kept until shortly before they expire. */
export function credentialsOf(
  source: AwsCredentials | CredentialProvider,
  clock?: () => Date,
): (refused?: AwsCredentials) => Promise<AwsCredentials> {
  const provider =
    typeof source === 'function' ? cacheCredentials(source, { clock }) : () => Promise.resolve(source);
  return async (refused) => {
    try {
      const credentials = checked(await provider());
      // A function may return a new object with the same keys each time; renewed credentials have another id or token.
      const isRefused =
        credentials.accessKeyId === refused?.accessKeyId && credentials.sessionToken === refused.sessionToken;
      // Several requests may be refused at once: only the first of them finds the refused ones still in the cache.
      return isRefused ? checked(await provider({ forceRefresh: true })) : credentials;
    } catch (cause) {
      if (BedrockError.isInstance(cause)) throw cause;
      const message = `The credentials function failed: ${messageOf(cause)}`;
      throw new BedrockError({ code: 'CredentialsFailed', message, cause });
    }
  };
}

function checked(credentials: AwsCredentials): AwsCredentials {
  // A caller without types can pass anything, and a function can return anything.
  const given = Object(credentials) as Readonly<Record<string, unknown>>;
  for (const name of ['accessKeyId', 'secretAccessKey']) {
    const value = given[name];
    if (!value || typeof value !== 'string')
      throw new BedrockError({
        code: 'InvalidCredentials',
        message: `The credentials lack ${name}. Take both keys from one source.`,
      });
    // The line break at the end of a file would be signed with, or stand in a header that fetch quotes in its error; quotes come of a file of
    // variables, where not every reader takes them off.
    if (/[^!#-&(-~]/.test(value))
      throw wrongOption(
        name,
        'ASCII without white space and quotes',
        'other characters',
        'InvalidCredentials',
      );
  }
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  if (sessionToken) checkedHeader('x-amz-security-token', sessionToken);
  // A copy: a function may write renewed ones into the object that it gave, and those would count as refused.
  return { accessKeyId, secretAccessKey, sessionToken };
}
