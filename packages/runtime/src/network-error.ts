// What stands for an error that is none of ours: a failure below HTTP, or a value that cannot be sent.
import { BedrockError, invalidRequest } from './errors.ts';

/** What errors have. Not by `instanceof`: those of fetch are of another realm than a test in Jest. */
type Members = Readonly<Partial<Record<'message' | 'code' | 'name' | 'cause', unknown>>>;

/** With `url` it is one of the connection (DNS, TLS, reset), and `cause` what the transport threw. Ours stay what they are. */
export function toBedrockError(cause: unknown, url?: string): BedrockError {
  if (BedrockError.isInstance(cause)) return cause;
  if (!url) return invalidRequest(textOf(cause), cause);
  return new BedrockError({
    code: 'NetworkError',
    message: `The connection to ${new URL(url).origin} failed: ${reasonOf(cause)}`,
    isRetryable: true,
    url,
    cause,
  });
}

/** More causes than a transport nests, for a chain that ends in itself. */
const maxDepth = 9;

// Node's fetch says "fetch failed" and hides the reason, for example "connect ECONNREFUSED", one or two causes deep. A cause
// without a word, as that of an answer 407 is, tells less than the error does.
function reasonOf(error: unknown, depth = 0): string {
  const { cause } = Object(error) as Members;
  const says = typeof (Object(cause) as Members).message === 'string' && textOf(cause) !== 'Error';
  return says && depth < maxDepth ? reasonOf(cause, depth + 1) : textOf(error);
}

/** What an error says, or its code where it says nothing. */
export function textOf(error: unknown): string {
  const { message, code, name } = Object(error) as Members;
  if (typeof message !== 'string') return String(error);
  return message || String(typeof code === 'string' ? code : name);
}
