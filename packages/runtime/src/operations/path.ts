// Puts the members of a request into its path and query.
// https://smithy.io/2.0/spec/http-bindings.html#httplabel-trait
import { invalidRequest } from '../errors.ts';
import { wrongOption } from '../option-values.ts';

/**
 * One segment of a path: every byte but `A-Z a-z 0-9 - _ . ~` is percent-encoded, also the `:` of a model id and the
 * `/` of an ARN.
 *
 * @throws BedrockError `InvalidRequest` for an empty value, for `.` and `..`, which would lead to another path, and for white space and quotes,
 *   which come of files and variables: what AWS says of such an id does not show them.
 */
export function label(value: string, name: string): string {
  if (typeof value === 'string' && !/^\.{0,2}$|[\s"']/.test(value)) return encode(value, name);
  throw wrongOption(name, 'an id', JSON.stringify(value));
}

/** The values that are there, sorted by name as AWS's client sends them, with a question mark at the front. */
export function query(values: Readonly<Record<string, string | number | Date | null | undefined>>): string {
  const pairs: string[] = [];
  for (const name of Object.keys(values).sort()) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    pairs.push(`${name}=${encode(typeof value === 'object' ? timestamp(value, name) : String(value), name)}`);
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

// Without milliseconds where there are none, as AWS's client.
function timestamp(date: Date, name: string): string {
  // JavaScript may pass a list, or any other object.
  if (!Number.isFinite((date as Partial<Date>).getTime?.()))
    throw invalidRequest(`${name} is not a valid date.`);
  return date.toISOString().replace('.000Z', 'Z');
}

function encode(value: string, name: string): string {
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
