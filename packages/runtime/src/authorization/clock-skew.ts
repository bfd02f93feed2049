// Tells a refusal that comes from a wrong clock, and how wrong it is, as AWS's own clients do.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
import type { BedrockError } from '../errors.ts';

/** The codes that a wrong clock can cause. AccessDeniedException has other causes, too, so the clock itself is looked at. */
const codes =
  /^(AuthFailure|InvalidSignatureException|Request(Expired|InTheFuture|TimeTooSkewed)|SignatureDoesNotMatch|AccessDeniedException)$/;

/** AWS tolerates five minutes; its clients correct from four on. */
const toleranceMs = 4 * 60_000;

/**
 * By how many milliseconds the server's clock is ahead of `now`; undefined where the refusal has another reason than the time in
 * the signature. That time may be wrong although the clock is right: a process that is frozen before its request is sent, as
 * Lambda does it, sends an old signature. https://github.com/smithy-lang/smithy-typescript/pull/1965
 */
export function clockOffset(
  { code, responseHeaders: headers }: BedrockError,
  now: Date,
  signedAt: number,
): number | undefined {
  // An answer from a cache has the date of another time.
  if (!codes.test(code) || headers?.['age'] !== undefined) return undefined;
  const served = Date.parse(headers?.['date'] ?? '');
  return Math.abs(served - signedAt) >= toleranceMs ? served - now.getTime() : undefined;
}
