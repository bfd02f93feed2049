import { describe, expect, it } from 'vitest';
import { SigV4Error } from '../src/index.ts';

describe('SigV4Error', () => {
  const error = new SigV4Error('invalid-option', 'region', 'is wrong', { cause: 'x' });

  it('is an error with a code, a field and a cause', () => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'SigV4Error',
      code: 'invalid-option',
      field: 'region',
      message: 'region: is wrong',
      cause: 'x',
    });
  });

  it('is recognised across copies of the package, and nothing else is', () => {
    const marker = Symbol.for('@bedrock-kit/sigv4');
    expect([error, { [marker]: true }].map((each) => SigV4Error.isInstance(each))).toEqual([true, true]);
    expect([new Error(''), {}, null, undefined, 'x'].map((each) => SigV4Error.isInstance(each))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
