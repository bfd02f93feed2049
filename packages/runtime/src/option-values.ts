// Refuses a value of the wrong kind before anything is sent: JavaScript can pass whatever it likes.
import { BedrockError, type ClientErrorCode } from './errors.ts';

/**
 * The options of a client whose type is checked here; others are checked where they are used. Listed once: listed anew in each check,
 * that took three times as long (0.2 and 0.7 µs).
 */
const types = /* @__PURE__ */ Object.entries({
  authorize: 'function',
  clock: 'function',
  dualStack: 'boolean',
  environment: 'object or function',
  fetch: 'function',
  fips: 'boolean',
  hintFor: 'function',
  region: 'string',
  retry: 'function',
  signingHost: 'string',
  signingRegion: 'string',
  userAgent: 'string',
  wrapError: 'function',
});

/** @throws BedrockError `InvalidRequest`, which names the option and says what is allowed. */
export function checkOptions(options: object): void {
  const given = options as Readonly<Record<string, unknown>>; // any object can be looked at by name
  for (const [name, type] of types) {
    const value = given[name] ?? undefined;
    if (value !== undefined && !type.includes(typeof value)) throw wrongOption(name, type, typeof value);
  }
}

/** The error for a value of the wrong kind. The value may be secret, so for most no more than its type is said. */
export function wrongOption(
  name: string,
  expected: string,
  found: string | number,
  code: ClientErrorCode = 'InvalidRequest',
): BedrockError {
  return new BedrockError({ code, message: `${name}: expected ${expected}, found ${found}` });
}

/** A number that is there and not negative. Written so that NaN is refused too. */
export function countOf(name: string, value: unknown): number {
  if (typeof value === 'number' && value >= 0) return value;
  // In quotes, so that a number out of an environment variable is seen to be a text.
  throw wrongOption(name, 'a number from 0 on', typeof value === 'string' ? `"${value}"` : String(value));
}
