import { describe, expect, it } from 'vitest';
import { LocalBedrockError, ServiceError } from '../../src/index.ts';
import { toServiceError } from '../../src/service/thrown-error.ts';

describe('what was thrown', () => {
  it('is the error of the service itself where it is one', () => {
    const error = new ServiceError('ThrottlingException', 'x');
    expect(toServiceError(error)).toBe(error);
  });

  it.each([
    ['an error of its own', new TypeError('x'), 'TypeError: x'],
    ['no error at all', 'text', 'text'],
  ])('is an InternalServerException with the reason where it is %s', (_what, thrown, hint) => {
    const { code, status, message, options } = toServiceError(thrown);
    expect([code, status]).toEqual(['InternalServerException', 500]);
    expect(message).toBe(`A handler, or this local Bedrock itself, failed: ${hint}`);
    expect(options).toEqual({
      hint: expect.stringMatching(
        new RegExp(`^${hint}( \\(at .*thrown-error\\.test\\.ts:[\\d:]+\\))?$`),
      ) as string,
      headers: { 'retry-after': '0' },
    });
  });

  it('is told in its own words alone where they are those of this package', () => {
    const { message } = toServiceError(
      new LocalBedrockError('invalid-answer', 'The handler of a answered wrong.'),
    );
    expect(message).toBe('The handler of a answered wrong.');
  });
});
