// What is said of a value of the wrong kind.
// https://ai-sdk.dev/docs/reference/ai-sdk-errors
import { InvalidArgumentError } from '@ai-sdk/provider';

/** Returns the error for a wrong value: it names the argument, shows the value (shortened) and says what is expected. */
export function refused(argument: string, value: unknown, expected: string): InvalidArgumentError {
  const text = textOf(value);
  const shown = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return new InvalidArgumentError({ argument, message: `${argument} is ${shown}, expected ${expected}.` });
}

/** JSON cannot write functions, symbols and `undefined`, makes null of NaN, and throws on bigints. */
function textOf(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  const hasJson = typeof value !== 'number' && value !== undefined;
  try {
    if (hasJson) return JSON.stringify(value);
  } catch {
    // A bigint, here or inside.
  }
  return String(value);
}
