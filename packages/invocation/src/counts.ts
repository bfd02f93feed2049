// Settings that count something. They are checked when a model is made, and so stand apart from the provider options, which come with calls.
import { refused } from './refused.ts';

/** A check of a value, and how to say what it accepts: `[accepts, 'a positive integer']`. */
export type Check = readonly [accepts: (value: unknown) => boolean, expected: string];

/** Accepts an integer from 1 on. */
export const isCount: Check = [(value) => Number.isInteger(value) && Number(value) > 0, 'a positive integer'];

/**
 * Returns the value of a setting that counts something, or `fallback` if it is `undefined`.
 *
 * @throws InvalidArgumentError for anything but a positive integer or `Infinity`
 */
export function countOr(fallback: number, value: number | undefined, setting: string): number {
  if (value === undefined) return fallback;
  // Infinity is no limit. A fraction is refused: it would cut a list between two places.
  if (value === Infinity || isCount[0](value)) return value;
  throw refused(`settings.${setting}`, value, isCount[1]);
}

/** The setting that limits how many requests of one model run at a time. */
export interface ParallelCalls {
  /** The most requests of a model at a time. Default 8. */
  readonly maxParallelCalls?: number | undefined;
}

/** Eight keep a connection pool busy and stay far below the quotas of new accounts. */
const defaultParallelCalls = 8;

/**
 * Returns how many requests of a model may run at a time. Default 8.
 *
 * @throws InvalidArgumentError for anything but a positive integer or `Infinity`
 */
export function maxParallelCallsOf({ maxParallelCalls }: ParallelCalls): number {
  return countOr(defaultParallelCalls, maxParallelCalls, 'maxParallelCalls');
}
