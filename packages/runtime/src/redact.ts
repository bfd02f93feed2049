// Erases secrets from what a server says: some errors quote the headers of the request.
import type { Authorization } from './authorization/authorize.ts';
import { checkedHeader } from './headers.ts';
import { wrongOption } from './option-values.ts';

/** A shorter key, such as that of an emulator, is no secret and may occur in any word. */
const minSecretLength = 8;

/** Names of headers in which gateways take a key of their own. `authorization` is not one: what is secret in it stands among the secrets. */
const ofKeys = /(?<![a-z])(api)?key|token|secret|.auth/;

/**
 * Escapes of signs that keys and tokens have: `\/` as PHP writes it in JSON, `\u002b` and `\u003d` as .NET and Gson do. In JSON within JSON
 * the backslash is escaped, too: all of them are taken, since what is left of them would not be JSON.
 */
const escapes = /(?<!\\)\\+(?:\/|u00(2b|2f|3d))/gi;

/**
 * Takes the secrets of a request out of what a server, or the caller's `fetch`, says. A text with a secret also loses these escapes, and any
 * other stays as it is.
 */
export function redactorOf(authorization: Authorization): (text: string) => string {
  // Where `bearerAuth` itself is given, it takes the request for its key and returns a function. A function of one's own may return nothing.
  const { secrets, headers = {} } = Object(authorization) as Partial<Authorization>;
  if (!secrets) throw wrongOption('authorize', 'bearerAuth(key) or the like', 'another function');
  const keys = Object.entries(headers).flatMap(([name, value]) =>
    // A function of one's own may also give a key that is not there.
    ofKeys.test(name) ? checkedHeader(name, value).split(' ') : [],
  );
  // Once for a request: what follows runs for each header of the answer.
  const texts = [...secrets, ...keys].filter(({ length }) => length >= minSecretLength);
  return (text) => {
    const plain = text.replace(escapes, (_escape, hex: string | undefined = '2f') =>
      decodeURIComponent(`%${hex}`),
    );
    const erased = texts.reduce((rest, secret) => rest.replaceAll(secret, '***'), plain);
    return erased === plain ? text : erased;
  };
}
