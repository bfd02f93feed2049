// Turns an error that is none of ours into one: a failure below HTTP, or a value that cannot be sent.
import { BedrockError, invalidRequest } from './errors.ts';

/** What an error may have. Read by name, not after `instanceof`: in Jest the errors of fetch are of another realm. */
type Members = Readonly<Partial<Record<'message' | 'code' | 'name' | 'cause', unknown>>>;

/**
 * With `url` a failure of the connection (DNS, TLS, reset), otherwise a request that is not valid. An error of ours stays what it is.
 * `redact` is applied to the message: a `fetch` of the caller may quote the headers that it could not send.
 */
export function toBedrockError(
  cause: unknown,
  url?: string,
  redact: (text: string) => string = String,
): BedrockError {
  if (BedrockError.isInstance(cause)) return cause;
  if (!url) return invalidRequest(messageOf(cause), cause);
  return new BedrockError({
    code: 'NetworkError',
    message: redact(`The connection to ${new URL(url).origin} failed: ${reasonOf(cause)}`),
    isRetryable: true,
    url,
    cause,
  });
}

/** A limit for a chain of causes that is a circle. No transport nests as many. */
const maxDepth = 9;

// Node's fetch says "fetch failed". The reason, for example "connect ECONNREFUSED", is one or two causes deep. A cause without a message, as
// after an answer 407, is passed over: the error itself tells more.
function reasonOf(error: unknown, depth = 0): string {
  const { cause } = Object(error) as Members;
  const says = typeof (Object(cause) as Members).message === 'string' && messageOf(cause) !== 'Error';
  return says && depth < maxDepth ? reasonOf(cause, depth + 1) : messageOf(error);
}

/** What an error says, or its code where it says nothing. */
export function messageOf(error: unknown): string {
  const { message, code, name } = Object(error) as Members;
  if (typeof message !== 'string') return String(error);
  return message || String(typeof code === 'string' ? code : name);
}
