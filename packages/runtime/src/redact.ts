// Erases secrets from what a server says: some errors quote the headers of the request.
import type { Authorization } from './authorization/authorize.ts';
import { wrongOption } from './option-values.ts';

/** A shorter key, such as that of an emulator, is no secret and may occur in any word. */
const minSecretLength = 8;

/**
 * Escapes of signs that keys and tokens have: `\/` as PHP writes it in JSON, `\u002b` and `\u003d` as .NET and Gson do. In JSON within JSON
 * the backslash is escaped, too.
 */
const escapes = /\\{1,3}(?:\/|u00(2b|2f|3d))/gi;

/** Takes the secrets of a request out of what a server, or the caller's `fetch`, says. JSON keeps its value, without these escapes. */
export function redactorOf({ secrets }: Authorization): (text: string) => string {
  // Where `bearerAuth` itself is given, it takes the request for its key and returns a function.
  if (!(secrets as unknown))
    throw wrongOption('authorize', 'bearerAuth(key) or the like', 'another function');
  return (text) =>
    secrets.reduce(
      (rest, secret) => (secret.length < minSecretLength ? rest : rest.replaceAll(secret, '***')),
      text.replace(escapes, (_escape, hex: string | undefined = '2f') => decodeURIComponent(`%${hex}`)),
    );
}
