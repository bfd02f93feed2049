import { describe, expect, test } from 'vitest';
import { capabilitiesOf, ModelIdError, parseModelId } from '../src/index.ts';

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

describe('what is no id', () => {
  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [7, 'number'],
    [{}, 'object'],
    [['x'], 'a list'],
  ])('is told as what it is: %j', (value, given) => {
    expect(() => parseModelId(value as string)).toThrow(
      `modelId is ${given}, expected a model id such as "amazon.nova-lite-v1:0", an inference profile id or an ARN.`,
    );
    expect(() => capabilitiesOf(value as string)).toThrow(`modelId is ${given}, `);
  });

  test.each([undefined, null, 7, {}, [], true, Symbol('x'), () => ''])('%s is refused', (value) => {
    // A caller without types can pass anything.
    const wrong = value as string;
    expect(() => parseModelId(wrong)).toThrow(
      expect.objectContaining({ name: 'ModelIdError', code: 'not-a-string', path: 'modelId' }),
    );
  });

  test('an empty string is refused, and the error says what to write', () => {
    expect(() => parseModelId('')).toThrow(
      new ModelIdError(
        'empty-model-id',
        'modelId',
        'modelId is empty, expected a model id such as "amazon.nova-lite-v1:0", an inference profile id or an ARN.',
      ),
    );
  });
});
