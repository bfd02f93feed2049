import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/index.ts';
import { toServiceError } from '../../src/service/thrown-error.ts';

describe('what was thrown', () => {
  it('is the error of the service itself where it is one', () => {
    const error = new ServiceError('ThrottlingException', 'x');
    expect(toServiceError(error)).toBe(error);
  });

  it.each([
    ['an error of its own', new TypeError('x'), 'TypeError: x'],
    ['no error at all', 'text', 'text'],
  ])('is an InternalServerException with the reason in its hint where it is %s', (_what, thrown, hint) => {
    const { code, status, options } = toServiceError(thrown);
    expect([code, status, options]).toEqual(['InternalServerException', 500, { hint }]);
  });
});
