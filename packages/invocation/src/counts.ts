// Settings that count something. They are checked when a model is made, and so stand apart from the provider options, which come with calls.
import { refused } from './refused.ts';

/** What a value must be, and how to say so: `[accepts, 'a positive integer']`. */
export type Check = readonly [accepts: (value: unknown) => boolean, expected: string];

/** An integer from 1 on. */
export const isCount: Check = [(value) => Number.isInteger(value) && Number(value) > 0, 'a positive integer'];

/**
 * A setting that counts something, infinity included.
 *
 * @throws InvalidArgumentError for anything else than a positive integer
 */
export function countOr(fallback: number, value: number | undefined, setting: string): number {
  if (value === undefined) return fallback;
  // Infinity is no limit. A fraction is refused: it would cut a list between two places.
  if (value === Infinity || isCount[0](value)) return value;
  throw refused(`settings.${setting}`, value, isCount[1]);
}

/** The setting that bounds how many requests of one model are under way. */
export interface ParallelCalls {
  /** Requests of a model under way at once. Default 8. */
  readonly maxParallelCalls?: number | undefined;
}

/** Eight keep a connection pool busy and stay far below the quotas of new accounts. */
const defaultParallelCalls = 8;

/**
 * How many requests of a model may be under way at once. Default 8.
 *
 * @throws InvalidArgumentError for anything else than a positive integer
 */
export function maxParallelCallsOf({ maxParallelCalls }: ParallelCalls): number {
  return countOr(defaultParallelCalls, maxParallelCalls, 'maxParallelCalls');
}
