import type { SharedV4Warning } from '@ai-sdk/provider';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Check, countOr, isCount } from '../src/counts.ts';
import {
  bedrockOptions,
  isFlag,
  isList,
  isObject,
  isText,
  isTexts,
  nearest,
  readOptions,
} from '../src/provider-options.ts';

interface Sample {
  dimensions?: number | undefined;
  normalize?: boolean | undefined;
}
const checks = { dimensions: isCount, normalize: isFlag };

function read(given: Record<string, unknown>): { options: Sample; warnings: SharedV4Warning[] } {
  const warnings: SharedV4Warning[] = [];
  return { options: readOptions<Sample>(given, checks, 'providerOptions.bedrock', warnings), warnings };
}

describe('options', () => {
  it('under amazonBedrock are laid over those under bedrock', () => {
    const warnings: SharedV4Warning[] = [];
    const given = {
      bedrock: { a: 1, b: 1 },
      amazonBedrock: { b: 2 },
      'my-bedrock': { c: 3 },
      bedrockAgent: { d: 4 },
    };
    expect(bedrockOptions(given, warnings)).toEqual({ a: 1, b: 2 });
    expect(bedrockOptions(undefined, warnings)).toEqual({});
    expect(warnings).toEqual([]);
  });

  it.each(['amazon-bedrock', 'Bedrock', 'aws_bedrock', 'AmazonBedrock'])('under %s are not read', (key) => {
    const warnings: SharedV4Warning[] = [];
    expect(bedrockOptions({ [key]: { dimensions: 256 } }, warnings)).toEqual({});
    expect(warnings).toEqual([
      {
        type: 'other',
        message: `providerOptions.${key} is not read. Options for Bedrock go under providerOptions.bedrock.`,
      },
    ]);
    // As where a condition gave none; the cast: the types let nobody write undefined.
    const none = undefined as unknown as Record<string, never>;
    for (const options of [none, {}]) bedrockOptions({ [key]: options }, warnings);
    expect(warnings).toHaveLength(1);
  });

  it('that are undefined or null are absent', () => {
    expect(read({ dimensions: undefined, normalize: null })).toEqual({ options: {}, warnings: [] });
  });

  it('that nobody knows are reported with the nearest that is known, or with all that are', () => {
    expect(read({ normalise: true, dimensions: 3, colour: 'red', constructor: 1 })).toEqual({
      options: { dimensions: 3 },
      warnings: [
        {
          type: 'other',
          message: 'Unknown option providerOptions.bedrock.normalise is not sent. Did you mean "normalize"?',
        },
        {
          type: 'other',
          message:
            'Unknown option providerOptions.bedrock.colour is not sent. Known are dimensions, normalize.',
        },
        {
          type: 'other',
          message:
            'Unknown option providerOptions.bedrock.constructor is not sent. Known are dimensions, normalize.',
        },
      ],
    });
  });

  it.each([
    [{ dimensions: '512' }, 'providerOptions.bedrock.dimensions is "512", expected a positive integer.'],
    [{ dimensions: 0 }, 'providerOptions.bedrock.dimensions is 0, expected a positive integer.'],
    [{ normalize: 'yes' }, 'providerOptions.bedrock.normalize is "yes", expected true or false.'],
    [
      { normalize: 'x'.repeat(100) },
      `providerOptions.bedrock.normalize is "${'x'.repeat(56)}..., expected true or false.`,
    ],
  ])('of the wrong kind are refused: %j', (given, message) => {
    expect(() => read(given)).toThrow(message);
  });

  it.each([
    ['512', 512n],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['a symbol', Symbol('512')],
    ['a function', () => 512],
    ['[object Object]', { dimensions: 512n }],
  ])('are refused by the same words where JSON has none for them: %s', (shown, dimensions) => {
    const message = `providerOptions.bedrock.dimensions is ${shown}, expected a positive integer.`;
    expect(() => read({ dimensions })).toThrow(message);
  });
});

describe.each<{ check: Check; right: readonly unknown[]; wrong: readonly unknown[] }>([
  { check: isText, right: ['a'], wrong: ['', 1, ['a']] },
  { check: isFlag, right: [true, false], wrong: ['true', 0] },
  { check: isCount, right: [1, 2 ** 40], wrong: [0, -1, 1.5, '1', Number.NaN] },
  { check: isObject, right: [{}, { a: 1 }], wrong: [null, [], 'a'] },
  { check: isList, right: [[], [1]], wrong: [{ length: 0 }, 'a'] },
  { check: isTexts, right: [['a'], ['a', '']], wrong: [[], ['a', 1], 'a'] },
])('what has to be $check.1', ({ check: [accepts], right, wrong }) => {
  it('is accepted if it is that, and nothing else', () => {
    expect(right.filter((value) => !accepts(value))).toEqual([]);
    expect(wrong.filter(accepts)).toEqual([]);
  });
});

describe('the nearest name', () => {
  it('of a known name is that name, in whatever case', () => {
    const names = ['dimensions', 'normalize', 'embeddingTypes'];
    for (const name of names) expect(nearest(name.toUpperCase(), names)).toBe(name);
  });

  it('survives one slip of the hand', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.constantFrom('x', ''), (at, letter) => {
        const slip = `dimensions`.slice(0, at) + letter + 'dimensions'.slice(at + 1);
        expect(nearest(slip, ['dimensions', 'normalize', 'truncate'])).toBe('dimensions');
      }),
    );
  });
});

test('two letters of five that changed places are a slip, and another word of four is none', () => {
  for (const slip of ['irght', 'rgiht', 'rihgt', 'rigth'])
    expect(nearest(slip, ['left', 'right', 'up'])).toBe('right');
  expect(nearest('text', ['left', 'right', 'up'])).toBeUndefined();
});

test('options far more than there are have no nearest name each', { timeout: 5_000 }, () => {
  const given = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`dimension${index}`, 1]));
  const warnings: SharedV4Warning[] = [];
  const checks = { dimensions: isText, embeddingTypes: isText, inputType: isText, normalize: isText };
  expect(readOptions(given, checks, 'o', warnings)).toEqual({});
  expect(warnings).toHaveLength(50_000);
  const message =
    'Unknown option o.dimension0 is not sent. Known are dimensions, embeddingTypes, inputType, normalize.';
  expect(warnings[0]).toEqual({ type: 'other', message });
});

test('a name far longer than all that are known is near none of them, at no cost', () => {
  expect(nearest('dimensions'.repeat(2_000_000), Array<string>(9).fill('dimensions'))).toBeUndefined();
  expect(nearest('upp', ['up'])).toBe('up');
});

describe('a setting that counts', () => {
  it('is its default where it is absent, and may be infinite', () => {
    expect(countOr(8, undefined, 'maxParallelCalls')).toBe(8);
    expect(countOr(8, 1, 'maxParallelCalls')).toBe(1);
    expect(countOr(8, Infinity, 'maxParallelCalls')).toBe(Infinity);
  });

  it.each([0, -1, NaN, 2.5, '2', 2n])('is refused where it counts nothing: %s', (value) => {
    expect(() => countOr(8, value as number, 'maxParallelCalls')).toThrow(
      /^settings\.maxParallelCalls is .+, expected a positive integer\.$/,
    );
  });
});
