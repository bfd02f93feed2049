// A retry policy for those who use this client alone: the AI SDK has its own.
// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
import type { RetryPolicy } from './client.ts';
import { countOf } from './option-values.ts';

/** How often `fullJitter` sends a request, and how long it waits in between. */
export interface JitterOptions {
  /** How often a request is sent at most, the first time included. Default 3, as in AWS's clients. */
  readonly maxAttempts?: number | undefined;
  /** The longest first wait, in milliseconds; it doubles with each attempt. Default 50. */
  readonly baseDelayMs?: number | undefined;
  /** The same after too many requests (throttling). Default 1000. */
  readonly throttlingDelayMs?: number | undefined;
  /** The longest wait of all, in milliseconds, unless the server's `retry-after` asks for a longer one. Default 20000. */
  readonly maxDelayMs?: number | undefined;
  /** Returns which part of the longest wait to wait, from 0 to 1. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/**
 * Makes a retry policy: errors that are retryable are retried after a random wait (full jitter), and never before `retry-after` allows it.
 *
 * @throws BedrockError `InvalidRequest`, at once, for an option that is not a number from 0 on.
 */
export function fullJitter(options: JitterOptions = {}): RetryPolicy {
  // The figures of AWS's JavaScript client as of 2026 (standard mode).
  const {
    maxAttempts = 3,
    baseDelayMs = 50,
    throttlingDelayMs = 1000,
    maxDelayMs = 20_000,
    random = Math.random,
  } = options;
  // With NaN no attempt would be the last.
  for (const [name, value] of Object.entries({ maxAttempts, baseDelayMs, throttlingDelayMs, maxDelayMs }))
    countOf(`retry.${name}`, value);
  return ({ isRetryable, code, statusCode, retryAfterMs = 0 }, attempt) => {
    if (!isRetryable || attempt >= maxAttempts) return undefined;
    // Too Many Requests: https://www.rfc-editor.org/rfc/rfc6585#section-4
    const throttled = statusCode === 429 || code === 'ThrottlingException';
    const bound = Math.min(maxDelayMs, (throttled ? throttlingDelayMs : baseDelayMs) * 2 ** (attempt - 1));
    return Math.max(retryAfterMs, random() * bound);
  };
}
