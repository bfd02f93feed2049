/**
 * The server's clock, as somebody wrote it.
 */
import { LocalBedrockError } from './errors.ts';
import { shown } from './shown.ts';

/** The clock, which says what is wrong where it gives no time. Each time is checked: the first may come before its test has set it. */
export function checkedClock(clock: () => Date): () => Date {
  return () => {
    const given = clock() as Partial<Date> | undefined; // JavaScript may give what Date.now() does, or nothing
    const ms = given?.getTime?.();
    // A copy, since records keep it, and a test may move the hands of its one Date.
    if (ms !== undefined && Number.isFinite(ms)) return new Date(ms);
    throw new LocalBedrockError(
      'invalid-option',
      `clock must give a Date, such as new Date('2026-01-15'); it gave ${ms === undefined ? shown(given) : String(given)}.`,
      { place: 'clock' },
    );
  };
}
