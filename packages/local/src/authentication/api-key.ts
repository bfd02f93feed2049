/**
 * Bedrock API keys: long-term ones by comparison, short-term ones by the presigned request that they are made of.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html
 */
import { verifyRequest } from '@bedrock-kit/sigv4';
import { ServiceError } from '../service-error.ts';
import { decodeBase64 } from '../wire/base64.ts';
import type { KeyIdentity } from './identity.ts';
import { type AuthenticationSettings, signingService } from './settings.ts';
import { hintOf } from './signature-refusals.ts';
import { findCredentials } from './signature.ts';

/** What a long-term key begins with; those of the options may be any text. */
const longTermPrefix = 'ABSK';

/** What a short-term key begins with, and what is appended to the presigned URL before it is encoded. */
const shortTerm = { prefix: 'bedrock-api-key-', suffix: '&Version=1' };

/** Twelve hours, the longest that a short-term key may live. */
const longestLife = 43_200;

/** https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-reference.html */
const signedOnly = new Set(['InvokeModelWithBidirectionalStream', 'Rerank']);

/**
 * @throws {ServiceError} status 403; the wording is the one in https://github.com/anomalyco/opencode/issues/47073,
 *   https://github.com/farion1231/cc-switch/issues/1679 and https://github.com/awslabs/aws-sdk-swift/issues/1991
 */
export async function checkApiKey(
  key: string,
  operation: string,
  settings: AuthenticationSettings,
  now: () => Date,
): Promise<KeyIdentity> {
  if (signedOnly.has(operation)) {
    throw new ServiceError('AccessDeniedException', 'This operation does not support API Keys', {
      messageMember: 'Message',
      hint: 'Sign the request with Signature Version 4. To rerank with an API key, call the model by InvokeModel.',
    });
  }
  if (settings.apiKeys.includes(key)) return { kind: 'api-key', term: 'long' };
  if (key.startsWith(longTermPrefix))
    throw invalidKey(
      'This server does not know the key: send bedrock.credentials.apiKey, which bedrock-local prints, or name yours in the option apiKeys.',
    );
  if (!key.startsWith(shortTerm.prefix)) throw foreignKey();
  await checkShortTerm(key.slice(shortTerm.prefix.length), settings, now);
  return { kind: 'api-key', term: 'short' };
}

async function checkShortTerm(
  encoded: string,
  settings: AuthenticationSettings,
  now: () => Date,
): Promise<void> {
  const bytes = decodeBase64(encoded);
  const url = bytes === undefined ? '' : new TextDecoder().decode(bytes);
  const [, host, target] = /^([^/]+)(\/\?Action=CallWithBearerToken&.*)$/.exec(url) ?? [];
  if (host === undefined || target === undefined || !target.endsWith(shortTerm.suffix)) {
    throw invalidKey('What the key encodes is no presigned CallWithBearerToken request.');
  }
  let expiration: Date | undefined;
  const result = await verifyRequest(
    { method: 'POST', url: target.slice(0, -shortTerm.suffix.length), headers: [['host', host]] },
    {
      lookupSecret: (accessKeyId, sessionToken) => {
        const known = findCredentials(settings.credentials, accessKeyId, sessionToken);
        expiration = known?.expiration;
        return known;
      },
      clock: now,
    },
  );
  if (!result.ok) {
    if (result.code === 'expired') throw expired();
    throw invalidKey(hintOf(result));
  }
  if (expiration !== undefined && expiration <= now()) throw expired();
  const life = ((result.expires?.getTime() ?? 0) - result.date.getTime()) / 1000;
  if (life > longestLife) throw invalidKey('A short-term key lives for twelve hours at most.');
  if (result.service !== signingService || result.region !== settings.region) {
    throw invalidKey(`The key was made for ${result.region}, but this endpoint is in ${settings.region}.`);
  }
}

/** Written with a capital, as the front end does. */
function invalidKey(hint: string): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    'Authentication failed: Please make sure your API Key is valid.',
    { messageMember: 'Message', hint },
  );
}

/** Such as a token of another service, or the key with the name of its variable before it. */
function foreignKey(): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    'Invalid API Key format: Must start with pre-defined prefix',
    {
      messageMember: 'Message',
      hint: `Keys begin with ${longTermPrefix} or ${shortTerm.prefix}; the option apiKeys takes other keys.`,
    },
  );
}

function expired(): ServiceError {
  return new ServiceError('AccessDeniedException', 'Bearer Token has expired', {
    messageMember: 'Message',
    hint: 'A short-term key ends after twelve hours, or with the credentials that made it.',
  });
}
