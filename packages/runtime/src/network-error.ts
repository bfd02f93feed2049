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

// Node's fetch says "fetch failed" and hides the reason, for example "connect ECONNREFUSED", one or two causes deep.
function reasonOf(error: unknown): string {
  let reason = error;
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause;
  return textOf(reason);
}

/** What an error says, or its code where it says nothing. */
export function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  return error.message || (typeof code === 'string' ? code : error.name);
}
