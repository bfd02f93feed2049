// Puts the members of a request into its path.
// https://smithy.io/2.0/spec/http-bindings.html#httplabel-trait
import { invalidRequest } from '../errors.ts';
import { wrongOption } from '../option-values.ts';

/**
 * One segment of a path: every byte but `A-Z a-z 0-9 - _ . ~` is percent-encoded, also the `:` of a model id and the
 * `/` of an ARN.
 *
 * @throws BedrockError `InvalidRequest` for an empty value, for `.` and `..`, which would lead to another path, and for quotes and for white space
 *   at an end, which come of files and variables: what AWS says of such an id does not show them. A gateway may have a name of two words.
 */
export function label(value: string, name: string): string {
  if (typeof value === 'string' && !/^\.{0,2}$|^\s|\s$|["'\r\n]/.test(value)) return encode(value, name);
  throw wrongOption(name, 'an id', JSON.stringify(value));
}

/** Every byte but the unreserved ones is percent-encoded. @throws BedrockError `InvalidRequest`, which names the member. */
export function encode(value: string, name: string): string {
  try {
    // What encodeURIComponent leaves beside the unreserved characters of RFC 3986.
    return encodeURIComponent(value).replace(
      /[!'()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch (cause) {
    throw invalidRequest(`${name}: expected whole characters, found half of a surrogate pair`, cause);
  }
}
