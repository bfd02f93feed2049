import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLimits, isWellFormed } from '../src/limits.ts';
import {
  Converse,
  InvokeModel,
  InvokeModelWithBidirectionalStream,
  ListAsyncInvokes,
  operations,
} from '../src/operations.ts';
import { Rerank } from '../src/rerank.ts';
import type { Shape, Structure } from '../src/shape.ts';
import { refusalOf } from '../src/violation.ts';
import { broken, converse, modelId, refusal } from './limit-words.ts';

describe('a request that AWS takes', () => {
  test('breaks nothing', () => {
    expect(
      converse({
        messages: [
          {
            role: 'user',
            content: [{ text: 'hi' }, { image: { format: 'png', source: { bytes: { base64: 'AA==' } } } }],
          },
        ],
        inferenceConfig: { maxTokens: 1, temperature: 0, topP: 1, stopSequences: ['x'] },
        requestMetadata: { team: '' },
        promptVariables: { name: { text: '' } },
        additionalModelRequestFields: { anything: [null, { goes: true }] },
      }),
    ).toEqual([]);
  });

  test('may have members that the service model does not know, and null for absent', () => {
    expect(converse({ brandNew: 1, system: null, inferenceConfig: { topK: 1, topP: undefined } })).toEqual(
      [],
    );
  });
});

describe('an entry of a map that is absent', () => {
  const entries = (count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, '']));

  test.each([undefined, null])('is none, and does not count: %s', (absent) => {
    expect(converse({ requestMetadata: { ...entries(16), absent } })).toEqual([]);
    expect(converse({ requestMetadata: entries(17) })).toHaveLength(1);
  });
});

test('of an event stream nothing is checked but that it is there', () => {
  const { input } = InvokeModelWithBidirectionalStream;
  const body = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true }) }) };
  expect(broken(input, { modelId, body })).toEqual([]);
  expect(broken(input, { modelId })).toMatchObject([{ rule: 'required', path: 'body' }]);
});

test('a long integer is whole, and a number with a fraction is told as it is', () => {
  expect(broken({ type: 'long' }, 2 ** 40)).toEqual([]);
  expect(broken({ type: 'long' }, 1.5)).toMatchObject([{ rule: 'type' }]);
  expect(converse({ inferenceConfig: { topP: 1.125 } })).toMatchObject([
    { message: expect.stringMatching(/^Value '1\.125' at 'inferenceConfig\.topP'/) as string },
  ]);
});

describe('the type of a tool use', () => {
  const typed = (type: string): unknown[] =>
    converse({
      messages: [
        { role: 'assistant', content: [{ toolUse: { toolUseId: 'a', name: 'weather', input: {}, type } }] },
      ],
    });

  test('may be what the answer said, declared or not', () => {
    expect(typed('server_tool_use')).toEqual([]);
    expect(typed('tool_use')).toEqual([]);
  });

  test('is refused otherwise, with what is declared', () => {
    expect(typed('function')).toMatchObject([
      { rule: 'enum', message: expect.stringMatching(/enum value set: \[server_tool_use\]$/) as string },
    ]);
  });
});

describe('a value of the wrong type', () => {
  test.each([
    ['an object', 'system', [['text']], 'system[0]', 'system.1.member'],
    ['an array', 'messages', {}, 'messages', 'messages'],
    ['a string', 'serviceTier', { type: 1 }, 'serviceTier.type', 'serviceTier.type'],
    ['a string', 'system', [{ text: 1 }], 'system[0].text', 'system.1.member.text'],
    [
      'a string',
      'inferenceConfig',
      { stopSequences: ['END', 5] },
      'inferenceConfig.stopSequences[1]',
      'inferenceConfig.stopSequences.2.member',
    ],
    [
      'an integer',
      'inferenceConfig',
      { maxTokens: 1.5 },
      'inferenceConfig.maxTokens',
      'inferenceConfig.maxTokens',
    ],
    ['a number', 'inferenceConfig', { topP: Number.NaN }, 'inferenceConfig.topP', 'inferenceConfig.topP'],
    ['a number', 'inferenceConfig', { topP: '1' }, 'inferenceConfig.topP', 'inferenceConfig.topP'],
    ['an object', 'inferenceConfig', new Uint8Array(1), 'inferenceConfig', 'inferenceConfig'],
    ['an object', 'requestMetadata', ['a'], 'requestMetadata', 'requestMetadata'],
  ])('must be %s in %s', (expected, member, value, path, place) => {
    expect(converse({ [member]: value })).toEqual([
      refusal('type', path, `Value at '${place}' must be ${expected}`, 'SerializationException'),
    ]);
  });

  test('is told of booleans, blobs and timestamps, too', () => {
    const strict = {
      toolConfig: { tools: [{ toolSpec: { name: 'a', inputSchema: { json: {} }, strict: 'yes' } }] },
    };
    expect(converse(strict)).toEqual([
      refusal(
        'type',
        'toolConfig.tools[0].toolSpec.strict',
        "Value at 'toolConfig.tools.1.member.toolSpec.strict' must be a boolean",
        'SerializationException',
      ),
    ]);
    expect(broken(InvokeModel.input, { modelId, body: 'AA==' })).toEqual([
      refusal(
        'type',
        'body',
        "Value at 'body' must be a Uint8Array or { base64: string }",
        'SerializationException',
      ),
    ]);
    for (const submitTimeAfter of [new Date(Number.NaN), '2026-11-22T00:00:00Z', 0])
      expect(broken(ListAsyncInvokes.input, { submitTimeAfter })).toEqual([
        refusal(
          'type',
          'submitTimeAfter',
          "Value at 'submitTimeAfter' must be a valid Date",
          'SerializationException',
        ),
      ]);
    expect(broken(ListAsyncInvokes.input, { submitTimeAfter: new Date(0) })).toEqual([]);
  });

  test('in the place of the whole request', () => {
    expect(broken(Converse.input, 'text')).toEqual([
      refusal('type', '', "Value at '' must be an object", 'SerializationException'),
    ]);
  });
});

test('a hole in a list is null, as in JSON', () => {
  const holes = new Array<unknown>(2);
  expect(converse({ messages: holes })).toEqual(converse({ messages: [null, null] }));
  expect(converse({ messages: holes })).toHaveLength(2);
});

test('several broken constraints make one message, as AWS counts them', () => {
  const violations = checkLimits(Converse.input, { inferenceConfig: { maxTokens: 0 } });
  expect(refusalOf(violations)).toEqual({
    code: 'ValidationException',
    message:
      "2 validation errors detected: Value null at 'modelId' failed to satisfy constraint: Member must not be null; Value '0' at 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have value greater than or equal to 1",
  });
  expect([isWellFormed(violations), isWellFormed(violations.slice(1))]).toEqual([false, true]);
});

test('the patterns of the service models compile, and none has a least length that code units would miscount', () => {
  const minima = new Set<number | undefined>();
  const visit = (shape: Shape, seen: Set<Shape>): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    if (shape.type === 'string') {
      minima.add(shape.min);
      expect(() => new RegExp(`^(?:${shape.pattern ?? ''})$`)).not.toThrow();
    }
    if (shape.type === 'list') visit(shape.member, seen);
    if (shape.type === 'map') for (const part of [shape.key, shape.value]) visit(part, seen);
    if (shape.type === 'union') for (const part of Object.values(shape.members)) visit(part, seen);
    if (shape.type === 'structure')
      for (const part of Object.values({ ...shape.required, ...shape.optional })) visit(part, seen);
  };
  const seen = new Set<Shape>();
  for (const { input, output } of Object.values(operations))
    for (const shape of [input, output]) visit(shape, seen);
  expect(minima).toEqual(new Set([undefined, 0, 1]));
});

test('a request of any form is checked without throwing', () => {
  const inputs: Structure[] = [Converse.input, Rerank.input, InvokeModel.input];
  fc.assert(
    fc.property(
      fc.constantFrom(...inputs),
      fc.anything({ maxDepth: 4, withNullPrototype: true }),
      (shape, value) => {
        expect(Array.isArray(checkLimits(shape, value))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
