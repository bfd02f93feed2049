// What stands for a failure below HTTP, and for an error that is none of ours.
import { BedrockError, invalidRequest } from './errors.ts';

/** DNS, connection, TLS, reset: `cause` is what the transport threw. */
export function networkError(url: string, cause: unknown): BedrockError {
  if (BedrockError.isInstance(cause)) return cause;
  return new BedrockError({
    code: 'NetworkError',
    message: `The connection to ${new URL(url).origin} failed: ${reasonOf(cause)}`,
    isRetryable: true,
    url,
    cause,
  });
}

export function toBedrockError(error: unknown): BedrockError {
  return BedrockError.isInstance(error) ? error : invalidRequest(textOf(error), error);
}

/** More causes than a transport nests, for a chain that ends in itself. */
const maxDepth = 9;

// Node's fetch says "fetch failed" and hides the reason, for example "connect ECONNREFUSED", one or two causes deep.
function reasonOf(error: unknown, depth = 0): string {
  const { cause } = membersOf(error);
  return typeof membersOf(cause).message === 'string' && depth < maxDepth
    ? reasonOf(cause, depth + 1)
    : textOf(error);
}

/** What an error says, or its code where it says nothing. */
export function textOf(error: unknown): string {
  const { message, code, name } = membersOf(error);
  if (typeof message !== 'string') return String(error);
  return message || String(typeof code === 'string' ? code : name);
}

/** What errors have. Not by `instanceof`: those of fetch are of another realm than a test in Jest. */
function membersOf(
  error: unknown,
): Readonly<Partial<Record<'message' | 'code' | 'name' | 'cause', unknown>>> {
  return Object(error) as object;
}
