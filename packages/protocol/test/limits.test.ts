import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blobLength } from '../src/blob-length.ts';
import { checkLimits, isWellFormed } from '../src/limits.ts';
import { Converse, InvokeModel, ListAsyncInvokes, operations, Rerank } from '../src/operations.ts';
import type { Shape, Structure } from '../src/shape.ts';
import { refusalOf } from '../src/violation.ts';

const modelId = 'amazon.nova-lite-v1:0';

/** What is wrong, without the page that it is read on. */
function broken(shape: Shape, value: unknown): object[] {
  return checkLimits(shape, value).map(({ path, rule, message, code }) => ({ path, rule, message, code }));
}

function converse(request: object): object[] {
  return broken(Converse.input, { modelId, ...request });
}

const refusal = (rule: string, path: string, message: string, code = 'ValidationException'): object => ({
  path,
  rule,
  message,
  code,
});

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

describe('each constraint is told in the words of AWS', () => {
  test('a required member', () => {
    expect(broken(Converse.input, { messages: [{ role: 'user' }] })).toEqual([
      refusal(
        'required',
        'modelId',
        "Value null at 'modelId' failed to satisfy constraint: Member must not be null",
      ),
      refusal(
        'required',
        'messages[0].content',
        "Value null at 'messages.1.member.content' failed to satisfy constraint: Member must not be null",
      ),
    ]);
  });

  test('the length of a text, in code points', () => {
    const named = (name: string): object[] =>
      converse({ toolConfig: { tools: [{ systemTool: { name: 'ok' } }, { systemTool: { name } }] } });
    const at = "at 'toolConfig.tools.2.member.systemTool.name' failed to satisfy constraint: Member must";
    expect(named('')).toEqual([
      refusal(
        'length',
        'toolConfig.tools[1].systemTool.name',
        `Value '' ${at} have length greater than or equal to 1`,
      ),
      refusal(
        'pattern',
        'toolConfig.tools[1].systemTool.name',
        `Value '' ${at} satisfy regular expression pattern: [a-zA-Z0-9_-]+`,
      ),
    ]);
    expect(named('a'.repeat(65))).toEqual([
      refusal(
        'length',
        'toolConfig.tools[1].systemTool.name',
        `Value '${'a'.repeat(65)}' ${at} have length less than or equal to 64`,
      ),
    ]);
    const context = (name: string): number => converse(documentNamed(name)).length;
    expect(['\u{1F600}'.repeat(200), '\u{1F600}'.repeat(201), '\u{1F600}'.repeat(500)].map(context)).toEqual([
      0, 1, 1,
    ]);
  });

  test('a pattern, which must match the whole value', () => {
    expect(converse({ toolConfig: { tools: [{ systemTool: { name: 'my.tool' } }] } })).toEqual([
      refusal(
        'pattern',
        'toolConfig.tools[0].systemTool.name',
        "Value 'my.tool' at 'toolConfig.tools.1.member.systemTool.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+",
      ),
    ]);
  });

  test('the range of a number', () => {
    expect(converse({ inferenceConfig: { maxTokens: 0, temperature: 1.1 } })).toEqual([
      refusal(
        'range',
        'inferenceConfig.maxTokens',
        "Value '0' at 'inferenceConfig.maxTokens' failed to satisfy constraint: Member must have value greater than or equal to 1",
      ),
      refusal(
        'range',
        'inferenceConfig.temperature',
        "Value '1.1' at 'inferenceConfig.temperature' failed to satisfy constraint: Member must have value less than or equal to 1",
      ),
    ]);
  });

  test('an enumeration', () => {
    expect(converse({ serviceTier: { type: 'slow' } })).toEqual([
      refusal(
        'enum',
        'serviceTier.type',
        "Value 'slow' at 'serviceTier.type' failed to satisfy constraint: Member must satisfy enum value set: [priority, default, flex, reserved]",
      ),
    ]);
  });

  test('the size of a list and of a map', () => {
    expect(converse({ toolConfig: { tools: [] } })).toEqual([
      refusal(
        'size',
        'toolConfig.tools',
        "Value at 'toolConfig.tools' failed to satisfy constraint: Member must have length greater than or equal to 1",
      ),
    ]);
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`k${index}`, 'v']));
    expect(converse({ requestMetadata: many })).toEqual([
      refusal(
        'size',
        'requestMetadata',
        "Value at 'requestMetadata' failed to satisfy constraint: Member must have length less than or equal to 16",
      ),
    ]);
  });

  test('the texts of a map, keys before values, each once', () => {
    const key = (more: string): string =>
      `Value at 'requestMetadata' failed to satisfy constraint: Map ${more} must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to ${more === 'keys' ? 1 : 0}, Member must satisfy regular expression pattern: [a-zA-Z0-9\\s:_@$#=/+,-.]{${more === 'keys' ? 1 : 0},256}]`;
    expect(converse({ requestMetadata: { fine: 'yes', 'a!b': 'c!d', 'e!f': 'x'.repeat(257) } })).toEqual([
      refusal('pattern', 'requestMetadata["a!b"]', key('keys')),
      refusal('pattern', 'requestMetadata["a!b"]', key('value')),
    ]);
  });

  test('the texts of a list, once', () => {
    expect(converse({ inferenceConfig: { stopSequences: ['a', '', ''] } })).toEqual([
      refusal(
        'length',
        'inferenceConfig.stopSequences[1]',
        "Value '[a, , ]' at 'inferenceConfig.stopSequences' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 1]",
      ),
    ]);
    const qualified = { guardContent: { text: { text: 'x', qualifiers: ['query', 'secret'] } } };
    expect(converse({ messages: [{ role: 'user', content: [qualified] }] })).toEqual([
      refusal(
        'enum',
        'messages[0].content[0].guardContent.text.qualifiers[1]',
        "Value at 'messages.1.member.content.1.member.guardContent.text.qualifiers' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [grounding_source, query, guard_content]]",
      ),
    ]);
    expect(converse({ inferenceConfig: { stopSequences: ['', null, 1] } })).toEqual([
      refusal(
        'length',
        'inferenceConfig.stopSequences[0]',
        "Value '[, , 1]' at 'inferenceConfig.stopSequences' failed to satisfy constraint: Member must satisfy constraint: [Member must have length greater than or equal to 1]",
      ),
      refusal(
        'required',
        'inferenceConfig.stopSequences[1]',
        "Value null at 'inferenceConfig.stopSequences.2.member' failed to satisfy constraint: Member must not be null",
      ),
      refusal(
        'type',
        'inferenceConfig.stopSequences[2]',
        "Value at 'inferenceConfig.stopSequences.3.member' must be a string",
        'SerializationException',
      ),
    ]);
  });

  test('the member of a union', () => {
    const union = (block: unknown): object[] => converse({ messages: [{ role: 'user', content: [block] }] });
    const keys =
      'text, image, document, video, audio, toolUse, toolResult, guardContent, cachePoint, reasoningContent, citationsContent, searchResult, toolAddition, toolRemoval';
    const told = (what: string): object[] => [
      refusal(
        'union',
        'messages[0].content[0]',
        `ContentBlock object at messages.0.content.0 ${what} one of the following keys: ${keys}.`,
      ),
    ];
    expect(union({})).toEqual(told('must set'));
    expect(union({ text: null })).toEqual(told('must set'));
    expect(union({ hologram: {} })).toEqual(told('must set'));
    expect(union({ constructor: {} })).toEqual(told('must set'));
    expect(union({ text: 'x', image: {} })).toEqual(told('can only set'));
    expect(union({ text: 'x', image: null, hologram: {} })).toEqual([]);
  });

  test('the decoded bytes of a blob, in either form', () => {
    const invoke = (body: unknown): object[] => broken(InvokeModel.input, { modelId, body });
    const told = [
      refusal(
        'length',
        'body',
        "Value at 'body' failed to satisfy constraint: Member must have length less than or equal to 25000000",
      ),
    ];
    expect(invoke(new Uint8Array(25_000_000))).toEqual([]);
    expect(invoke(new Uint8Array(25_000_001))).toEqual(told);
    // 25,000,000 bytes are 33,333,336 characters of base64, the last of them padding.
    expect(invoke({ base64: `${'A'.repeat(33_333_334)}==` })).toEqual([]);
    expect(invoke({ base64: 'A'.repeat(33_333_336) })).toEqual(told);
    expect(
      converse({
        messages: [
          { role: 'user', content: [{ image: { format: 'png', source: { bytes: new Uint8Array() } } }] },
        ],
      }),
    ).toEqual([
      refusal(
        'length',
        'messages[0].content[0].image.source.bytes',
        "Value at 'messages.1.member.content.1.member.image.source.bytes' failed to satisfy constraint: Member must have length greater than or equal to 1",
      ),
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
    expect(broken(ListAsyncInvokes.input, { submitTimeAfter: new Date(Number.NaN) })).toEqual([
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

test('what people write stays out of every message', () => {
  const secret = 'my secret';
  const violations = checkLimits(Converse.input, {
    modelId,
    messages: [
      {
        role: 'user',
        content: [
          { toolUse: { toolUseId: secret, name: secret, input: {} } },
          { document: { name: secret.repeat(100), format: secret, source: { text: 'x' } } },
        ],
      },
    ],
    requestMetadata: { key: `${secret}!` },
  });
  expect(violations.map(({ rule }) => rule)).toEqual(['pattern', 'pattern', 'length', 'enum', 'pattern']);
  expect(JSON.stringify(violations)).not.toContain(secret);
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

test('the decoded length of base64 is that of its bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(blobLength({ base64: Buffer.from(bytes).toString('base64') })).toBe(bytes.length);
      expect(blobLength(bytes)).toBe(bytes.length);
    }),
  );
});

function documentNamed(name: string): object {
  return { messages: [{ role: 'user', content: [{ document: { name, source: { text: 'x' } } }] }] };
}
