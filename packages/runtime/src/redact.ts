// Erases secrets from what a server says: some errors quote the headers of the request.
import type { Authorization } from './authorization/authorize.ts';

/** A shorter key, such as that of an emulator, is no secret and may occur in any word. */
const minSecretLength = 8;

/** Takes the secrets of a request out of what a server says. */
export function redactorOf({ secrets }: Authorization): (text: string) => string {
  return (text) =>
    secrets.reduce(
      (rest, secret) => (secret.length < minSecretLength ? rest : rest.replaceAll(secret, '***')),
      text,
    );
}
