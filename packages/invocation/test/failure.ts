// Catches what a call is rejected with, so that a test can look at all of it.

export const failure = (promise: PromiseLike<unknown>): PromiseLike<unknown> =>
  promise.then(undefined, (reason: unknown) => reason);
