/**
 * What is kept and logged of a request, without its credentials.
 */
import { type HeaderPair, headerRecord } from '../http/exchange.ts';

/** Headers with a secret, or with anything else that would let another request pass. */
const secretHeaders = new Set([
  'authorization',
  'proxy-authorization',
  'x-amz-security-token',
  'x-api-key',
  'cookie',
]);

/** `Authorization` keeps its scheme and, of a signature, everything but the signature. */
export function visibleHeaders(headers: readonly HeaderPair[]): Record<string, string> {
  const visible = headerRecord(headers);
  for (const [name, value] of Object.entries(visible)) {
    if (secretHeaders.has(name)) visible[name] = redact(value);
  }
  return visible;
}

function redact(value: string): string {
  if (/^AWS4-/.test(value)) return value.replace(/(Signature=)[0-9a-f]*/i, '$1***');
  return /^Bearer\s/i.test(value) ? 'Bearer ***' : '***';
}

/** A presigned URL without its signature and its token. */
export function visibleTarget(target: string): string {
  return target.replace(/(X-Amz-(?:Signature|Security-Token)=)[^&\s]*/gi, '$1***');
}

/** The message of an error. Its canonical string holds the signed headers, and secrets among them. */
export function visibleMessage(message: string): string {
  return visibleTarget(message).replace(/^([\w-]+):.*$/gm, (line, name: string) =>
    secretHeaders.has(name) ? `${name}:***` : line,
  );
}
