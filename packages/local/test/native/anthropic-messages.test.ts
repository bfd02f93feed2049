// What Anthropic's own body says of itself, of its model and of the cache, and what is malformed in it.
import { describe, expect, it, test } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { refusalOf } from '../invoke-model.ts';
import { anthropicBench, bodyOf } from './anthropic-bench.ts';

const { invoke, stream } = anthropicBench();

test('a message names its model as Anthropic does, whatever it was asked for by', async () => {
  const hidden = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123';
  const bedrock = createLocalBedrock({
    auth: 'off',
    availability: 'ignore',
    baseModels: { [hidden]: 'anthropic.claude-opus-4-6-v1' },
  });
  const named = async (model: string): Promise<unknown> => {
    const body = bodyOf({ messages: [{ role: 'user', content: 'hi' }] });
    const url = `http://bedrock/model/${encodeURIComponent(model)}/invoke`;
    const response = await bedrock.fetch(url, { method: 'POST', body });
    return ((await response.json()) as { model: unknown }).model;
  };
  expect([
    await named(hidden),
    await named('anthropic.claude-3-5-sonnet-20241022-v2:0'),
    await named('us.anthropic.claude-sonnet-4-6'),
    await named('anthropic.claude-3-haiku-20240307-v1:0'),
  ]).toEqual([
    'claude-opus-4-6',
    'claude-3-5-sonnet-20241022',
    'claude-sonnet-4-6',
    'claude-3-haiku-20240307',
  ]);
});

// https://github.com/pydantic/pydantic-ai/blob/main/tests/models/anthropic/cassettes/test_carried_thinking/test_carried_thinking_accepted_on_bedrock_transport.yaml
test('a message of Claude 4.5 and later has details of its end, none of earlier ones does', async () => {
  const bedrock = createLocalBedrock({ auth: 'off', availability: 'ignore' });
  const detailsOf = async (model: string): Promise<unknown> => {
    const body = bodyOf({ messages: [{ role: 'user', content: 'hi' }] });
    const url = `http://bedrock/model/${encodeURIComponent(model)}/invoke`;
    const response = await bedrock.fetch(url, { method: 'POST', body });
    return ((await response.json()) as { stop_details?: unknown }).stop_details;
  };
  expect([
    await detailsOf('us.anthropic.claude-sonnet-4-5-20250929-v1:0'),
    await detailsOf('global.anthropic.claude-opus-5'),
    await detailsOf('us.anthropic.claude-opus-4-1-20250805-v1:0'),
    await detailsOf('us.anthropic.claude-opus-4-20250514-v1:0'),
    await detailsOf('us.anthropic.claude-sonnet-4-20250514-v1:0'),
    await detailsOf('anthropic.claude-3-haiku-20240307-v1:0'),
    await detailsOf('anthropic.claude-v2:1'),
    await detailsOf('anthropic.claude-instant-v1'),
  ]).toEqual([null, null, undefined, undefined, undefined, undefined, undefined, undefined]);
});

// Where Converse finds it too: github.com/BerriAI/litellm, litellm/llms/bedrock/chat
test('the usage counts what was thought, and says nothing of it where nothing was', async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { usage } = await invoke({ messages, thinking: { type: 'enabled', budget_tokens: 1024 } });
  const { output_tokens_details: details } = usage as { output_tokens_details: { thinking_tokens: number } };
  expect(details).toEqual({ thinking_tokens: expect.any(Number) as number });
  expect(details.thinking_tokens).toBe((usage['output_tokens'] as number) - 1);
  const { usage: counts, ...answer } = await invoke({ messages });
  expect(counts).not.toHaveProperty('output_tokens_details');
  expect(answer).not.toHaveProperty('context_management');
});

// They are billed in full: https://platform.claude.com/docs/en/build-with-claude/extended-thinking
test('thoughts that are not shown count as those do that are', async () => {
  const usageOf = async (display: string): Promise<unknown> => {
    const messages = [{ role: 'user', content: 'echo hi' }];
    const { usage } = await invoke({ messages, thinking: { type: 'enabled', budget_tokens: 1024, display } });
    return usage;
  };
  const shown = await usageOf('summarized');
  expect(shown).toMatchObject({ output_tokens: 17, output_tokens_details: { thinking_tokens: 16 } });
  expect(await usageOf('omitted')).toEqual(shown);
});

it('cache_control caches, and the usage tells by how long', async () => {
  const text = Array.from({ length: 5000 }, () => 'stone').join(' ');
  const system = [{ type: 'text', text, cache_control: { type: 'ephemeral', ttl: '1h' } }];
  const messages = [{ role: 'user', content: 'echo hi' }];
  const first = await invoke({ system, messages });
  expect(first.usage).toEqual({
    input_tokens: 2,
    cache_creation_input_tokens: 5000,
    cache_read_input_tokens: 0,
    cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 5000 },
    output_tokens: 1,
  });
  const [start] = await stream({ system, messages });
  expect(start?.['message']).toMatchObject({
    usage: {
      input_tokens: 2,
      cache_read_input_tokens: 5000,
      cache_creation_input_tokens: 0,
      output_tokens: 1,
    },
  });
});

it("answers the documented version and the one that Anthropic's own client says, and no other", async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { content } = await invoke({ anthropic_version: '2026-10-21', messages });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
  expect(await refusalOf(invoke({ anthropic_version: '2023-06-01', messages }))).toBe(
    'ValidationException: Invalid API version: 2023-06-01',
  );
});

// Anthropic's own client moves it there from a header that Bedrock passes over: anthropics/anthropic-sdk-typescript, bedrock-sdk 1.1.3
it("takes the profile of a user from the body, as Anthropic's own client sends it", async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { content } = await invoke({ messages, user_profile_id: 'uprof_1' });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
});

// Measured of the API on 31 August 2026: github.com/kangminlee-maker/local-OAuth-CLI-API-adapter
it('takes null for no stop sequences, no metadata and no container, as the API does', async () => {
  const nothing = { stop_sequences: null, metadata: null, container: null };
  const { content } = await invoke({ messages: [{ role: 'user', content: 'echo hi' }], ...nothing });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
});

// https://platform.claude.com/docs/en/build-with-claude/prompt-caching#pre-warming-the-cache
describe('a limit of 0, which only fills the cache,', () => {
  const text = Array.from({ length: 5000 }, () => 'slate').join(' ');
  const system = [{ type: 'text', text, cache_control: { type: 'ephemeral' } }];
  const messages = [{ role: 'user', content: 'echo hi' }];
  const warming = { system, messages, max_tokens: 0 };

  it('is answered with nothing', async () => {
    expect(await invoke(warming)).toMatchObject({
      content: [],
      stop_reason: 'max_tokens',
      usage: { cache_creation_input_tokens: 5000, output_tokens: 0 },
    });
    expect((await invoke({ system, messages })).usage).toMatchObject({ cache_read_input_tokens: 5000 });
  });

  it.each<[string, object]>([
    ['thinking.type: enabled', { thinking: { type: 'enabled', budget_tokens: 1024 } }],
    [
      'output_config.format',
      { output_config: { format: { type: 'json_schema', schema: { type: 'object' } } } },
    ],
    [
      'tool_choice.type: any',
      { tools: [{ name: 'a', input_schema: { type: 'object' } }], tool_choice: { type: 'any' } },
    ],
  ])('is refused beside %s', async (what, members) => {
    expect(await refusalOf(invoke({ ...warming, ...members }))).toBe(
      `ValidationException: max_tokens: 0 cannot be combined with ${what}`,
    );
  });

  it('is refused of a stream', async () => {
    expect(await refusalOf(stream(warming))).toBe(
      'ValidationException: max_tokens: 0 cannot be combined with stream: true',
    );
  });
});

// Each as Bedrock was seen to say it, or by the form of those.
const emptyImage = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: '' } };
const byAddress = { type: 'url', url: 'https://example.com/a' };
const global = { type: 'ephemeral', scope: 'global' };
const said = (content: object[]): object => ({ messages: [{ role: 'user', content }] });
it.each<[object, string]>([
  [{}, 'messages: Field required'],
  [{ messages: [], max_tokens: undefined }, 'max_tokens: Field required'],
  [{ messages: [], anthropic_version: undefined }, 'anthropic_version: Field required'],
  [{ messages: [{ role: 'user' }] }, 'messages.0.content: Field required'],
  [{ messages: [{ content: 'echo hi' }] }, 'messages.0.role: Field required'],
  [{ messages: 'hi' }, 'messages: Input should be a valid list'],
  [{ messages: [], max_tokens: '100' }, 'max_tokens: Input should be a valid integer'],
  [{ messages: [], temperature: '0.5' }, 'temperature: Input should be a valid number'],
  [{ messages: [], system: { text: 'x' } }, 'system: Input should be a valid list'],
  [{ messages: [], system: null }, 'system: Input should be a valid list'],
  [{ messages: [], temperature: null }, 'temperature: Input should be a valid number'],
  [{ messages: [], service_tier: null }, "service_tier: Input should be 'auto' or 'standard_only'"],
  [{ messages: [], tool_choice: 'auto' }, 'tool_choice: Input should be an object'],
  [{ messages: [], tools: {} }, 'tools: Input should be a valid list'],
  [{ messages: [], thinking: 'adaptive' }, 'thinking: Input should be an object'],
  [{ messages: [], stop_sequences: 'x' }, 'stop_sequences: Input should be a valid list'],
  [{ messages: [], top_k: 1.5 }, 'top_k: Input should be a valid integer'],
  [{ messages: [], top_p: '1' }, 'top_p: Input should be a valid number'],
  [{ messages: [], user_profile_id: 1 }, 'user_profile_id: Input should be a valid string'],
  [{ messages: 'hi', stream: true }, 'messages: Input should be a valid list'],
  [
    { messages: [{ role: 'user', content: 'x', id: 1 }], stream: true },
    'messages.0.id: Extra inputs are not permitted',
  ],
  [{ messages: [{ role: 'user', content: null }] }, 'messages.0.content: Input should be a valid list'],
  [{ ...said([{ type: 'text', text: 'x' }]), temperature: 1.5 }, 'temperature: range: 0..1'],
  [{ ...said([{ type: 'text', text: 'x' }]), temperature: -0.1 }, 'temperature: range: 0..1'],
  [{ ...said([{ type: 'text', text: 'x' }]), top_p: 1.5 }, 'top_p: range: 0..1'],
  [
    { ...said([{ type: 'text', text: 'x' }]), max_tokens: -1 },
    'max_tokens: must be greater than or equal to 0',
  ],
  [
    { ...said([{ type: 'text', text: 'x' }]), stop_sequences: ['\n'] },
    'stop_sequences: each stop sequence must contain non-whitespace',
  ],
  ...['function', 'computer_20250124'].map((type): [object, string] => [
    { ...said([{ type: 'text', text: 'x' }]), tools: [{ type, name: 'a' }] },
    `tools.0: Input tag '${type}' found using 'type' does not match any of the expected tags: 'bash_20250124', 'custom', 'memory_20250818', 'text_editor_20250124', 'text_editor_20250429', 'text_editor_20250728', 'tool_search_tool_bm25', 'tool_search_tool_bm25_20251119', 'tool_search_tool_regex', 'tool_search_tool_regex_20251119'`,
  ]),
  [
    { ...said([{ type: 'text', text: 'x' }]), tools: [{ toolSpec: { name: 'a' } }] },
    'tools.0.custom.name: Field required',
  ],
  [
    { ...said([{ type: 'text', text: 'x' }]), tools: [{ name: 'a', parameters: {} }] },
    'tools.0.custom.input_schema: Field required',
  ],
  [
    { ...said([{ type: 'text', text: 'x' }]), tools: [{ name: 'a', input_schema: {} }] },
    'tools.0.custom.input_schema.type: Field required',
  ],
  [
    { ...said([{ type: 'text', text: 'x' }]), tools: [{ name: 'a', input_schema: { type: 'array' } }] },
    "tools.0.custom.input_schema.type: Input should be 'object'",
  ],
  [
    {
      ...said([{ type: 'text', text: 'x' }]),
      tools: [
        {
          name: 'a',
          input_schema: { type: 'object', properties: { b: { type: 'array', items: [{ type: 'string' }] } } },
        },
      ],
    },
    'tools.0.custom.input_schema: JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://docs.claude.com/en/docs/tool-use.',
  ],
  [
    {
      ...said([{ type: 'text', text: 'x' }]),
      tools: [{ name: 'a', input_schema: { type: 'object' }, eager_input_streaming: true }],
    },
    'tools.0.custom.eager_input_streaming: Extra inputs are not permitted',
  ],
  [
    {
      ...said([{ type: 'text', text: 'x' }]),
      anthropic_beta: ['interleaved-thinking-2025-05-14', 'tool-search-tool-2025-10-19'],
      tools: [
        { name: 'a', input_schema: { type: 'object' }, input_examples: [{}], eager_input_streaming: true },
      ],
    },
    'tools.0.custom.eager_input_streaming: Extra inputs are not permitted',
  ],
  [
    { ...said([{ type: 'text', text: 'x' }]), tools: [{ name: 'a.b', input_schema: { type: 'object' } }] },
    "tools.0.custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'",
  ],
  [
    said([{ type: 'tool_use', id: 'a:1', name: 'a', input: {} }]),
    "messages.0.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'",
  ],
  [
    said([{ type: 'tool_result', tool_use_id: 'a:1', content: 'x' }]),
    "messages.0.content.0.tool_result.tool_use_id: String should match pattern '^[a-zA-Z0-9_-]+$'",
  ],
  [{ messages: [], stream: false }, 'stream: Extra inputs are not permitted'],
  [{ messages: [], speed: 'fast' }, 'speed: Extra inputs are not permitted'],
  [{ messages: [], safeguards: [] }, 'safeguards: Extra inputs are not permitted'],
  [
    { messages: [], anthropic_beta: ['effort-2025-11-24', 'prompt-caching-scope-2026-01-05'] },
    'Unexpected value(s) `prompt-caching-scope-2026-01-05` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs or try again without the header.',
  ],
  [
    { messages: [], anthropic_beta: ['mcp-servers-2025-12-04'] },
    'Unexpected value(s) `mcp-servers-2025-12-04` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs or try again without the header.',
  ],
  [{ messages: [], cache_control: { type: 'ephemeral' } }, 'cache_control: Extra inputs are not permitted'],
  [{ messages: [], inference_geo: 'us' }, 'inference_geo: Extra inputs are not permitted'],
  [
    { messages: [], context_management: {}, anthropic_beta: ['interleaved-thinking-2025-05-14'] },
    'context_management: Extra inputs are not permitted',
  ],
  [{ messages: [], model: 'x' }, 'model: Extra inputs are not permitted'],
  [{ messages: [], inferenceConfig: {} }, 'inferenceConfig: Extra inputs are not permitted'],
  [{ ...said([{ type: 'text', text: 'x' }]), system: [{ text: 'x' }] }, 'system.0.type: Field required'],
  [
    { ...said([{ type: 'text', text: 'x' }]), system: [{ type: 'image' }] },
    "system.0.type: Input should be 'text'",
  ],
  [said([{ type: 'text', text: 'x' }, { text: 'x' }]), 'messages.0.content.1.type: Field required'],
  [
    said([{ type: 'video' }]),
    "messages.0.content.0: Input tag 'video' found using 'type' does not match any of the expected tags: 'connector_text', 'document', 'image', 'mid_conv_system', 'redacted_thinking', 'search_result', 'server_tool_use', 'text', 'thinking', 'tool_result', 'tool_search_tool_result', 'tool_use'",
  ],
  [
    said([{ type: 'image', source: { ...emptyImage.source, media_type: 'image/bmp' } }]),
    "messages.0.content.0.image.source.base64.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'",
  ],
  ...['image', 'document'].map((type): [object, string] => [
    said([
      { type: 'text', text: 'x' },
      { type, source: byAddress },
    ]),
    'messages.0.content.1.image.source.base64.data: URL sources are not supported',
  ]),
  [said([emptyImage]), 'messages.0.content.0.image.source.base64: image cannot be empty'],
  [
    {
      messages: [
        { role: 'user', content: 'x' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'a', input: {} }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: [emptyImage] }] },
      ],
    },
    'messages.2.content.0.tool_result.content.0.image.source.base64: image cannot be empty',
  ],
  [
    { ...said([{ type: 'text', text: 'x' }]), system: [{ type: 'text', text: 'x', cache_control: global }] },
    'system.0.cache_control.ephemeral.scope: Extra inputs are not permitted',
  ],
  [
    said([{ type: 'text', text: 'x', cache_control: global }]),
    'messages.0.content.0.text.cache_control.ephemeral.scope: Extra inputs are not permitted',
  ],
  [
    {
      ...said([{ type: 'text', text: 'x' }]),
      tools: [{ name: 'a', input_schema: { type: 'object' }, cache_control: global }],
    },
    'tools.0.custom.cache_control.ephemeral.scope: Extra inputs are not permitted',
  ],
  [
    said([{ type: 'thinking', thinking: 'x', signature: 'x', cache_control: { type: 'ephemeral' } }]),
    'messages.0.content.0.thinking.cache_control: Extra inputs are not permitted',
  ],
])('%j is refused in the words of the API of Anthropic', async (members, words) => {
  expect(await refusalOf(invoke(members))).toBe(`ValidationException: ${words}`);
});

it('a beta may bring members and kinds of content', async () => {
  const content = [{ type: 'text', text: 'echo hi' }, { type: 'new' }];
  const answer = await invoke({
    ...said(content),
    anthropic_beta: ['compact-2026-01-12'],
    context_management: { edits: [] },
    tools: [{ name: 'a', input_schema: { type: 'object' }, input_examples: [{}] }],
  });
  expect(answer).toMatchObject({
    content: [{ type: 'text', text: 'hi' }],
    context_management: { applied_edits: [] },
  });
});

it.each([
  ['settings at either end of their range', { temperature: 0, stop_sequences: [' x'] }],
  ['settings at either end of their range', { temperature: 1 }],
  ['a system prompt that is one text', { system: 'Be brief.' }],
  [
    'tools that Anthropic defines, which have no schema',
    {
      tools: [
        { type: 'bash_20250124', name: 'bash' },
        { type: 'memory_20250818', name: 'memory' },
        { type: 'tool_search_tool_regex', name: 'tool_search_tool_regex' },
      ],
    },
  ],
  [
    'any tool with a beta',
    { anthropic_beta: ['x-2026-01-01'], tools: [{ type: 'new_20260101', name: 'new' }] },
  ],
])('%s may be sent: %j', async (_, members) => {
  const { content } = await invoke({ ...said([{ type: 'text', text: 'echo hi' }]), ...members });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
});

it('as many tokens as the model writes may be asked for, and no more', async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { content } = await invoke({ max_tokens: 64_000, messages });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
  expect(await refusalOf(invoke({ max_tokens: 64_001, messages }))).toBe(
    'ValidationException: The maximum tokens you requested exceeds the model limit of 64000',
  );
});
