/**
 * What the caller's own `fetch` throws for its own reasons, such as a spent budget or its own timeout, reaches the caller unchanged, and `ai`
 * does not retry it, as with every provider of the AI SDK. A failed connection stays a failed connection, and so does every TypeError: `fetch`
 * throws one then, with a message that differs by runtime.
 * https://github.com/vercel/ai/blob/main/packages/provider-utils/src/handle-fetch-error.ts
 *
 * @module
 */
import type { BedrockError } from '@bedrock-kit/runtime';

/**
 * What `name,code,message` of a failed connection fit. By the order of the alternatives:
 * - what fetch itself throws: https://fetch.spec.whatwg.org/#fetch-method
 * - codes of Node (https://nodejs.org/api/errors.html#nodejs-error-codes), of its parser and zlib, of undici, of Bun. Those of axios and got
 *   begin alike, but for an answer with an error status and for one that is no longer wanted, which are no failures of a connection:
 *   https://github.com/axios/axios#error-types, https://github.com/sindresorhus/got/blob/main/documentation/8-errors.md
 * - the message of Electron, which has no code
 * - words of workerd and React Native
 */
const ofConnection =
  /^TypeError|^[^,]*,(E(?!RR_(BAD|CANCEL|NON))[A-Z]|HPE_|Z_|UND_ERR|Connection|FailedToOpen)|^[^,]*,,net::|\b[Nn]etwork\b/;

/** A limit for a chain of causes that is a circle. No transport nests as many. */
const maxDepth = 9;

/** A `wrapError` of the runtime, for a `fetch` of the caller. */
export function asThrown(error: BedrockError): Error {
  const { code, cause } = error;
  // Not `instanceof`: what fetch throws may be of another realm.
  const isOwn = code === 'NetworkError' && Object(cause) === cause && !isOfConnection(cause);
  return isOwn ? (cause as Error) : error;
}

function isOfConnection(thrown: unknown, depth = 0): boolean {
  const { name, code, message, cause } = Object(thrown) as Readonly<Record<string, unknown>>;
  // Not those of the caller's signal and of the runtime's clock, which have codes of their own.
  if (name === 'AbortError' || name === 'TimeoutError') return false;
  return (
    ofConnection.test([name, code, message].join()) ||
    (cause !== undefined && depth < maxDepth && isOfConnection(cause, depth + 1))
  );
}
