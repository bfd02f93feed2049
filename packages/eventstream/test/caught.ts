// Catches what is expected to be thrown, so that a test can look at all of it.
import { EventStreamError } from '../src/index.ts';

/** Returns the EventStreamError that a function throws. */
export function caught(run: () => unknown): EventStreamError {
  try {
    run();
  } catch (error) {
    if (EventStreamError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

/** Returns what a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The promise was fulfilled.');
}
