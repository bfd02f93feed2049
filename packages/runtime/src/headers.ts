// The headers of a request before it is authorized: the operation's, the client's, the call's, later ones winning.
// https://fetch.spec.whatwg.org/#header-value
import type { ConnectionSettings, HeaderValues } from './client.ts';
import { BedrockError } from './errors.ts';

/** Names in lower case, so that no header is sent twice in two spellings. */
export async function mergedHeaders(
  { headers: given, userAgent }: ConnectionSettings,
  operation: HeaderValues | undefined,
  call: HeaderValues | undefined,
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  add(headers, operation);
  add(headers, await (typeof given === 'function' ? given() : given));
  add(headers, call);
  if (userAgent)
    headers['user-agent'] = headers['user-agent'] ? `${headers['user-agent']} ${userAgent}` : userAgent;
  return headers;
}

function add(headers: Record<string, string>, values: HeaderValues | undefined): void {
  for (const name in values) {
    // null is no value of the type, but what an absent one becomes in many programs.
    const value = values[name] as string | null | undefined;
    if (value !== undefined && value !== null) headers[name.toLowerCase()] = checkedHeader(name, value);
  }
}

/** Checked here, because fetch quotes a value that it refuses, and it may be secret. */
export function checkedHeader(name: string, value: string): string {
  // A header value is Latin-1 without control characters, the tab excepted.
  if (!/[^\t\x20-\x7e\x80-\xff]/.test(value)) return value;
  throw new BedrockError({
    code: 'InvalidRequest',
    message: `The header ${name} has a character that no HTTP header may have: a line break, a control character, or one outside of Latin-1.`,
  });
}
