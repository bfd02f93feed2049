/**
 * Signature Version 4 by header or by query: who signed, with which of the known keys, and for which Region.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
import { type VerifyResult, verifyRequest } from '@bedrock-kit/sigv4';
import { type HttpRequest, headerValue } from '../http/exchange.ts';
import { ServiceError } from '../service-error.ts';
import type { SignedIdentity } from './identity.ts';
import {
  type AuthenticationSettings,
  type KnownCredentials,
  signingService,
  toleranceMinutes,
} from './settings.ts';
import { invalidSignature, refusal } from './signature-refusals.ts';

/** AWS's endpoints have no port, so the mistake shows only here: github.com/Portkey-AI/gateway signs the `hostname` of its custom host. */
const portUnsigned =
  'The host was signed without its port, which belongs to the header (RFC 9110, section 7.2): sign it with the port, listen on port 80, or set the option auth to off.';

/** @throws {ServiceError} with status 403 or 400, of the type and in the words that AWS answers with */
export async function verifySignature(
  http: HttpRequest,
  body: Uint8Array | undefined,
  settings: AuthenticationSettings,
  now: () => Date,
): Promise<SignedIdentity> {
  let known: KnownCredentials | undefined;
  const verified = (headers: HttpRequest['headers']): Promise<VerifyResult> =>
    verifyRequest(
      { method: http.method, url: http.target, headers, body },
      {
        lookupSecret: (accessKeyId, sessionToken) => {
          known = findCredentials(settings.credentials, accessKeyId, sessionToken);
          return known;
        },
        clock: now,
        clockSkewSeconds: toleranceMinutes * 60,
      },
    );
  const result = await verified(http.headers);
  if (!result.ok) {
    const { ok: isWithoutPort } =
      result.code === 'signature-mismatch' ? await verified(withoutPort(http.headers)) : result;
    throw await refusal(isWithoutPort ? { ...result, message: portUnsigned } : result, http, body, now());
  }
  if (known?.expiration !== undefined && known.expiration <= now()) throw expiredToken();
  checkScope(result.region, result.service, settings.region);
  checkMetadata(http, result.signedHeaders);
  return {
    kind: 'sigv4',
    accessKeyId: result.accessKeyId,
    // A verified signature was made with a secret that was looked up.
    secretAccessKey: known?.secretAccessKey ?? '',
    signature: result.signature,
    service: result.service,
    region: result.region,
  };
}

const metadata = 'x-amzn-bedrock-request-metadata';

/** Bedrock wants it signed, too: https://docs.aws.amazon.com/bedrock/latest/userguide/cost-mgmt-request-metadata.html */
function checkMetadata({ headers }: HttpRequest, signedHeaders: readonly string[]): void {
  if (headerValue(headers, metadata) === undefined || signedHeaders.includes(metadata)) return;
  throw invalidSignature(`The header ${metadata} is not among the signed headers.`, {
    hint: 'Sign the header, or do not send it.',
  });
}

function withoutPort(headers: HttpRequest['headers']): HttpRequest['headers'] {
  return headers.map(([name, value]) => [
    name,
    name === 'host' || name === ':authority' ? value.replace(/:\d+$/, '') : value,
  ]);
}

/**
 * Several sessions may share an access key id; the one with the right token is meant. A token that belongs to none of
 * them is refused, also where the key has none: AWS looks for the session, and there is no such session.
 */
export function findCredentials(
  all: readonly KnownCredentials[],
  accessKeyId: string,
  sessionToken: string | undefined,
): KnownCredentials | undefined {
  const owned = all.filter((known) => known.accessKeyId === accessKeyId);
  const same = owned.find((known) => (known.sessionToken || undefined) === (sessionToken || undefined));
  return same ?? owned.find((known) => known.sessionToken);
}

export function expiredToken(): ServiceError {
  return new ServiceError('ExpiredTokenException', 'The security token included in the request is expired');
}

function checkScope(region: string, service: string, ownRegion: string): void {
  if (service !== signingService) {
    throw invalidSignature(`Credential should be scoped to correct service: '${signingService}'. `, {
      hint: `The request is signed for the service ${service}: sign for ${signingService}.`,
    });
  }
  if (region !== ownRegion) {
    throw invalidSignature('Credential should be scoped to a valid region. ', {
      hint: `The request is signed for ${region}, but this endpoint is in ${ownRegion}: sign for ${ownRegion}, or set the option region.`,
    });
  }
}
