// What the tests of constraints share: a request that is checked, and what a violation looks like.
import { checkLimits } from '../src/limits.ts';
import { Converse } from '../src/operations.ts';
import type { Shape } from '../src/shape.ts';

export const modelId = 'amazon.nova-lite-v1:0';

/** What is wrong, without the page that it is read on. */
export function broken(shape: Shape, value: unknown): object[] {
  return checkLimits(shape, value).map(({ path, rule, message, code }) => ({ path, rule, message, code }));
}

export function converse(request: object): object[] {
  return broken(Converse.input, { modelId, ...request });
}

export const refusal = (
  rule: string,
  path: string,
  message: string,
  code = 'ValidationException',
): object => ({
  path,
  rule,
  message,
  code,
});
