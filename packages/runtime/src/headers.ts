// The headers of a request before it is authorized: the operation's, the client's, the call's, later ones winning.
// https://fetch.spec.whatwg.org/#header-value
import type { ConnectionSettings, HeaderValues } from './client.ts';
import { wrongOption } from './option-values.ts';

/** @param own those of the call, checked */
export async function mergedHeaders(
  { headers: given, userAgent }: ConnectionSettings,
  operation: HeaderValues | undefined,
  own: Record<string, string>,
): Promise<Record<string, string>> {
  const clients = checkedHeaders(await (typeof given === 'function' ? given() : given));
  const headers = { ...checkedHeaders(operation), ...clients, ...own };
  const name = 'user-agent';
  if (userAgent)
    headers[name] = checkedHeader(name, headers[name] ? `${headers[name]} ${userAgent}` : userAgent);
  return headers;
}

/** A copy with names in lower case, so that no header is sent twice in two spellings. */
export function checkedHeaders(values: HeaderValues | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  const members = values ?? {};
  if (typeof members !== 'object') throw wrongOption('headers', 'object', typeof members);
  // A Headers iterates over its pairs.
  const pairs: Iterable<[string, unknown]> = Symbol.iterator in members ? members : Object.entries(members);
  for (const pair of pairs) {
    // A text such as 'x-a: b' would be taken apart into its characters.
    if (!Array.isArray(pair)) throw wrongOption('headers', 'pairs in a list', typeof pair);
    const [name, value] = pair;
    // null is not in the type, but it is what an absent value becomes in many programs.
    if (value === undefined || value === null) continue;
    const checked = checkedHeader(name, value);
    headers[name.toLowerCase()] = checked;
  }
  return headers;
}

/**
 * The value, if it can be sent. Checked here, because fetch would quote a value that it refuses, which may be secret, and its error for a
 * name would look like a failed connection.
 */
export function checkedHeader(name: string, value: unknown): string {
  const place = `header ${name}`;
  if (typeof (name as unknown) !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
    throw wrongOption(place, 'a name of RFC 9110', 'another');
  if (typeof value !== 'string') throw wrongOption(place, 'string', typeof value);
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
  throw wrongOption(place, 'Latin-1 without line breaks and control characters', 'other characters');
}
