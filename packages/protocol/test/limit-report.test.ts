import { describe, expect, test } from 'vitest';
import { checkLimits } from '../src/limits.ts';
import { Converse, InvokeModel } from '../src/operations.ts';
import { broken, converse, modelId, refusal } from './limit-words.ts';

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

  test('a number that may have a fraction is shown with one', () => {
    expect(converse({ inferenceConfig: { temperature: 99, topP: -1 } })).toEqual([
      refusal(
        'range',
        'inferenceConfig.temperature',
        "Value '99.0' at 'inferenceConfig.temperature' failed to satisfy constraint: Member must have value less than or equal to 1",
      ),
      refusal(
        'range',
        'inferenceConfig.topP',
        "Value '-1.0' at 'inferenceConfig.topP' failed to satisfy constraint: Member must have value greater than or equal to 0",
      ),
    ]);
  });

  test('an enumeration', () => {
    expect(converse({ performanceConfig: { latency: 'turbo' } })).toEqual([
      refusal(
        'enum',
        'performanceConfig.latency',
        "Value 'turbo' at 'performanceConfig.latency' failed to satisfy constraint: Member must satisfy enum value set: [optimized, standard]",
      ),
    ]);
    // Of this one a rule says it.
    expect(converse({ serviceTier: { type: 'slow' } })).toEqual([]);
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

function documentNamed(name: string): object {
  return { messages: [{ role: 'user', content: [{ document: { name, source: { text: 'x' } } }] }] };
}
