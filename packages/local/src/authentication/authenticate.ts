/**
 * Finds out who calls, by a signature, a presigned URL or an API key, or refuses as AWS does.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
import { type HttpRequest, headerValue } from '../http/exchange.ts';
import { ServiceError } from '../service-error.ts';
import { checkApiKey } from './api-key.ts';
import type { Identity } from './identity.ts';
import type { AuthenticationSettings } from './settings.ts';
import { verifySignature } from './signature.ts';

/**
 * @param operation - its name, since some operations take no API key
 * @param body - the whole body, or undefined for one that is signed message by message
 * @param now - the server's clock
 * @throws {ServiceError} with status 403, of the type that AWS answers with
 */
export async function authenticate(
  http: HttpRequest,
  operation: string,
  body: Uint8Array | undefined,
  settings: AuthenticationSettings,
  now: () => Date,
): Promise<Identity> {
  if (settings.mode === 'off') return { kind: 'none' };
  const authorization = headerValue(http.headers, 'authorization');
  const bearer = /^Bearer\s+(.*)$/is.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) return checkApiKey(bearer.trim(), operation, settings, now);
  if (authorization !== undefined || /[?&]X-Amz-(?:Signature|Algorithm)=/i.test(http.target)) {
    return verifySignature(http, body, settings, now);
  }
  throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
    hint: 'Sign the request with Signature Version 4, or send Authorization: Bearer with an API key.',
  });
}
