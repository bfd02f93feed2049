import { describe, expect, test } from 'vitest';
import { ModelIdError } from '../src/index.ts';

describe('ModelIdError', () => {
  const error = new ModelIdError('empty-model-id', 'modelId', 'modelId is empty.');

  test('is a TypeError with a code and the place', () => {
    expect(error).toBeInstanceOf(TypeError);
    expect([error.name, error.code, error.path, error.message]).toEqual([
      'ModelIdError',
      'empty-model-id',
      'modelId',
      'modelId is empty.',
    ]);
  });

  test('is recognised across copies of the package', () => {
    const fromAnotherCopy = Object.defineProperty(
      new Error('x'),
      Symbol.for('@bedrock-kit/models.ModelIdError'),
      {
        value: true,
      },
    );
    expect([error, fromAnotherCopy].map((value) => ModelIdError.isInstance(value))).toEqual([true, true]);
  });

  test.each([undefined, null, 'x', 7, {}, new TypeError('x')])('%s is none', (value) => {
    expect(ModelIdError.isInstance(value)).toBe(false);
  });
});
