// What Vitest's report on a suite counts.
import { readFileSync } from 'node:fs';

/** How many tests passed and failed; `ok` is whether the run says of itself that none did. A suite without a report is one failure. */
export function countsIn(report, ok) {
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
    // A suite that could not even be loaded fails without a failed test.
    return { passed, failed: ok ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
