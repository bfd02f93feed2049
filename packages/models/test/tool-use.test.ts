// How the families use tools: when they call them, and which results they take.
import { describe, expect, test } from 'vitest';
import { capabilitiesOf, knownModelIds } from '../src/index.ts';

describe('tool use', () => {
  const tools = (id: string) => {
    const { toolUse } = capabilitiesOf(id);
    return typeof toolUse === 'object' ? toolUse : expect.unreachable(id);
  };

  test.each([
    ['google.gemma-3-27b-it', 'ignored'],
    ['google.gemma-3-12b-it', 'ignored'],
    ['google.gemma-3-4b-it', 'unknown'],
    ['google.gemma-4-31b', 'unknown'],
  ])('%s uses tools: %s', (id, used) => {
    expect(capabilitiesOf(id).toolUse).toBe(used);
  });

  test.each(['us.openai.gpt-6.1-sol', 'us.openai.gpt-6-astra'])(
    '%s can be made to call a tool while it thinks',
    (id) => {
      expect(tools(id).choices).toEqual({ auto: true, any: true, tool: true });
      expect(capabilitiesOf(id).reasoning).toHaveProperty('forcedToolChoice', true);
    },
  );

  test.each([
    ...['deepseek.v3.2', 'zai.glm-5', 'zai.glm-4.7', 'moonshotai.kimi-k2.5', 'minimax.minimax-m2.5'],
    ...['qwen.qwen3-32b-v1:0', 'qwen.qwen3-235b-a22b-2507-v1:0', 'mistral.mistral-large-3-675b-instruct'],
  ])('%s calls a tool when it is told to call any, and ignores which', (id) => {
    expect(tools(id).choices).toEqual({ auto: true, any: true, tool: 'ignored' });
  });

  test.each(['openai.gpt-oss-120b-1:0', 'openai.gpt-oss-safeguard-20b'])(
    '%s calls the tool that it is told to call',
    (id) => {
      expect(tools(id).choices).toEqual({ auto: true, any: true, tool: true });
      expect(capabilitiesOf(id).reasoning).toHaveProperty('forcedToolChoice', true);
    },
  );

  test.each([
    ['us.mistral.pixtral-large-2502-v1:0', true],
    ['mistral.ministral-3-14b-instruct', false],
  ])('%s wants ids of nine letters and digits, or those that Bedrock gave: %s', (id, bedrockIds) => {
    const ids = { characters: 'a-zA-Z0-9', minLength: 9, maxLength: 9 };
    expect(tools(id)).toMatchObject({ ids, bedrockIds });
  });

  test.each([
    ['anthropic.claude-sonnet-4-6', true],
    ['amazon.nova-2-lite-v1:0', true],
    ['meta.llama4-maverick-17b-instruct-v1:0', true],
    ['us.openai.gpt-6-astra', false],
    ['us.mistral.pixtral-large-2502-v1:0', false],
    ['moonshotai.kimi-k2.5', false],
  ])('%s takes an image in a tool result: %s', (id, image) => {
    expect(tools(id).results.image).toBe(image);
  });

  test('no listed model takes a video in a tool result, and search results Claude alone', () => {
    const takenBy = (kind: 'video' | 'searchResult') =>
      knownModelIds.language.filter((id) => {
        const { toolUse } = capabilitiesOf(id);
        return typeof toolUse === 'object' && toolUse.results[kind] !== false;
      });
    expect(takenBy('video')).toEqual([]);
    expect(new Set(takenBy('searchResult').map((id) => capabilitiesOf(id).family))).toEqual(
      new Set(['claude']),
    );
  });

  test('Llama and the older Mistrals use tools, but not in a stream', () => {
    for (const id of ['meta.llama3-3-70b-instruct-v1:0', 'mistral.mistral-large-2407-v1:0']) {
      expect(tools(id).streaming).toBe(false);
    }
    expect(tools('anthropic.claude-3-haiku-20240307-v1:0').streaming).toBe(true);
  });

  test('tools can be forced on Claude and Nova, one of any on Mistral Large, none on Llama', () => {
    expect(tools('anthropic.claude-opus-4-8').choices).toEqual({ auto: true, any: true, tool: true });
    expect(tools('amazon.nova-pro-v1:0').choices).toEqual({ auto: true, any: true, tool: true });
    expect(tools('mistral.mistral-large-2402-v1:0').choices).toEqual({ auto: true, any: true, tool: false });
    expect(tools('meta.llama3-3-70b-instruct-v1:0').choices).toEqual({ auto: true, any: false, tool: false });
  });
});

test.each([
  ['us.meta.llama3-3-70b-instruct-v1:0', false],
  ['us.meta.llama4-maverick-17b-instruct-v1:0', false],
  ['mistral.mistral-large-2402-v1:0', false],
  ['mistral.mistral-large-2407-v1:0', 'unknown'],
  ['us.mistral.pixtral-large-2502-v1:0', false],
  ['us.anthropic.claude-opus-5-5', ['pdf']],
  ['us.amazon.nova-2-lite-v1:0', true],
  ['qwen.qwen3-vl-235b-a22b', true],
  ['us.writer.palmyra-x4-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
  ['qwen.qwen3-32b-v1:0', 'unknown'],
])('text and media beside tool blocks in a message of %s: %j', (id, mixedTurns) => {
  expect(capabilitiesOf(id).toolUse).toMatchObject({ mixedTurns });
});

test.each([
  ['us.meta.llama4-maverick-17b-instruct-v1:0', [true, true]],
  ['us.mistral.pixtral-large-2502-v1:0', [false, true]],
  ['amazon.nova-lite-v1:0', [true, ['csv', 'txt']]],
  ['mistral.mistral-large-2407-v1:0', [false, 'unknown']],
])('images and documents in a tool result for %s: %j', (id, taken) => {
  const { toolUse } = capabilitiesOf(id);
  expect(typeof toolUse === 'object' && [toolUse.results.image, toolUse.results.document]).toEqual(taken);
});

test.each([
  ['us.writer.palmyra-x4-v1:0', false],
  ['us.writer.palmyra-x5-v1:0', false],
  ['us.anthropic.claude-opus-5-5', true],
  ['qwen.qwen3-32b-v1:0', 'unknown'],
])('the status of a tool result for %s: %s', (id, errorStatus) => {
  expect(capabilitiesOf(id).toolUse).toMatchObject({ errorStatus });
});
