// Tools, thoughts and JSON in Anthropic's own body.
import { describe, expect, it } from 'vitest';
import { modelId } from '../aws-clients.ts';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';
import { anthropicBench, bodyOf, joined } from './anthropic-bench.ts';

const { invoke, stream } = anthropicBench();
const hidden = { reasoningContent: { redactedContent: new Uint8Array(40) } };
const ofHandler = { models: { [modelId]: () => ({ content: [hidden, { text: 'hi' }] }) } };
const invokeHandler = invoking(ofHandler);
const streamHandler = streaming(ofHandler);

const tools = [
  {
    name: 'weather',
    description: 'The weather in a city',
    input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
];
const thinking = { type: 'enabled', budget_tokens: 1024 };
const question = { role: 'user', content: 'What is the weather in Lisbon?' };

describe('a loop with a tool and thoughts', () => {
  it('runs, whole and streamed alike', async () => {
    const first = await invoke({ messages: [question], tools, thinking });
    expect(first.stop_reason).toBe('tool_use');
    expect(first.content.map(({ type }) => type)).toEqual(['thinking', 'tool_use']);
    expect(joined(await stream({ messages: [question], tools, thinking }))).toEqual(first.content);
    const id = first.content[1]?.['id'];
    // As in https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html
    expect(id).toMatch(/^toolu_bdrk_01\w{22}$/);
    const result = {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: id, content: '21 degrees' }],
    };
    const history = [question, { role: 'assistant', content: first.content }, result];
    const second = await invoke({ messages: history, tools, thinking });
    expect(second.content.at(-1)).toEqual({ type: 'text', text: 'The tool weather answered: 21 degrees' });
  });

  it('is refused with a changed signature, in the words of the model alone', async () => {
    const { content } = await invoke({ messages: [question], tools, thinking });
    const [thought, call] = content;
    const changed = [{ ...thought, signature: btoa('changed signature of a thought') }, call];
    const result = {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: call?.['id'], content: 'x' }],
    };
    const history = [question, { role: 'assistant', content: changed }, result];
    expect(await refusalOf(invoke({ messages: history, tools, thinking }))).toBe(
      'ValidationException: messages.1.content.0: Invalid `signature` in `thinking` block',
    );
  });

  it('is refused without the thoughts in front of the call', async () => {
    const { content } = await invoke({ messages: [question], tools, thinking });
    const result = {
      role: 'user',
      content: [{ type: 'tool_result', tool_use_id: content[1]?.['id'], content: 'x' }],
    };
    const history = [question, { role: 'assistant', content: content.slice(1) }, result];
    expect(await refusalOf(invoke({ messages: history, tools, thinking }))).toContain(
      'ValidationException: messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`',
    );
  });
});

it('thoughts that cannot be read come back as they are', async () => {
  const asked = { role: 'user', content: 'ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING echo hi' };
  const first = await invoke({ messages: [asked], thinking });
  expect(first.content[0]?.type).toBe('redacted_thinking');
  expect(joined(await stream({ messages: [asked], thinking }))).toEqual(first.content);
  const history = [
    asked,
    { role: 'assistant', content: first.content },
    { role: 'user', content: 'echo on' },
  ];
  expect((await invoke({ messages: history, thinking })).content.at(-1)).toEqual({
    type: 'text',
    text: 'on',
  });
  const unreadable = { role: 'assistant', content: [{ ...first.content[0], data: 'no base64!' }] };
  expect(await refusalOf(invoke({ messages: [asked, unreadable, asked], thinking }))).toBe(
    'ValidationException: messages.1.content.0: Invalid `data` in `redacted_thinking` block',
  );
});

it('those of a handler are counted in a stream as they are whole', async () => {
  const body = JSON.parse(bodyOf({ messages: [question], thinking })) as object;
  const { usage, content } = (await invokeHandler(modelId, body)).body;
  expect(usage).toMatchObject({ output_tokens_details: { thinking_tokens: 10 } });
  const events = await streamHandler(modelId, body);
  expect(joined(events)).toEqual(content);
  const told = events.find(({ type }) => type === 'message_delta')?.['usage'];
  expect(told).toMatchObject({ output_tokens_details: { thinking_tokens: 10 } });
});

it('output_config asks for JSON, tool_choice none for no tool', async () => {
  const schema = {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  };
  const format = { type: 'json_schema', schema };
  const { content } = await invoke({ messages: [question], output_config: { format } });
  expect(content).toEqual([{ type: 'text', text: '{"city":"Lisbon"}' }]);
  const without = await invoke({ messages: [question], tools, tool_choice: { type: 'none' } });
  expect(without.stop_reason).toBe('end_turn');
});

// https://platform.claude.com/docs/en/build-with-claude/prompt-caching#what-invalidates-the-cache
it('a tool keeps its place in the cache under every tool_choice, be it one that Anthropic defines', async () => {
  const cache_control = { type: 'ephemeral' };
  const description = 'stone '.repeat(5000);
  const cached = [
    { ...tools[0], description },
    { type: 'bash_20250124', name: 'bash', cache_control },
  ];
  const asked = { messages: [question], tools: cached };
  const { cache_creation_input_tokens: written } = (await invoke(asked)).usage;
  expect(written).toBeGreaterThan(5000);
  for (const type of ['any', 'none']) {
    const { usage, stop_reason } = await invoke({ ...asked, tool_choice: { type } });
    expect(usage).toMatchObject({ cache_read_input_tokens: written, cache_creation_input_tokens: 0 });
    expect(stop_reason).toBe(type === 'none' ? 'end_turn' : 'tool_use');
  }
});

it.each([
  [{ thinking: { type: 'enabled', budget_tokens: 100 } }, 'greater than or equal to 1024'],
  [{ temperature: 0.5, thinking }, '`temperature` may only be set to 1 when thinking is enabled'],
])('the model refuses %j', async (members, problem) => {
  const refusal = await refusalOf(invoke({ messages: [question], ...members }));
  expect(refusal).toContain(problem);
  expect(refusal).not.toContain('The model returned the following errors');
});

const noTools = { messages: [question] };
const withTools = { ...noTools, tools };
it.each<[object, string]>([
  [{ ...withTools, tool_choice: {} }, 'tool_choice.type: Field required'],
  [
    { ...withTools, tool_choice: { type: 'required' } },
    "tool_choice: Input tag 'required' found using 'type' does not match any of the expected tags: 'auto', 'any', 'tool', 'none'",
  ],
  [{ ...withTools, tool_choice: { type: 'tool' } }, 'tool_choice.tool.name: Field required'],
  [{ ...withTools, tool_choice: { type: 'tool', name: 'a' } }, "Tool 'a' not found in provided tools"],
  [{ ...noTools, tool_choice: { type: 'tool', name: 'a' } }, "Tool 'a' not found in provided tools"],
  [
    { ...noTools, tool_choice: { type: 'any' } },
    'tool_choice.any may only be specified while providing tools',
  ],
  [{ ...noTools, tools: [...tools, ...tools] }, 'tools: Tool names must be unique.'],
])('a choice or a list of tools is refused: %j', async (members, words) => {
  expect(await refusalOf(invoke(members))).toBe(`ValidationException: ${words}`);
});

it('without tools, any of them may be left to the model, and none forbidden', async () => {
  for (const type of ['auto', 'none'])
    expect((await invoke({ ...noTools, tools: [], tool_choice: { type } })).stop_reason).toBe('end_turn');
});

describe('a tool that Anthropic defines', () => {
  const bash = { type: 'bash_20250124', name: 'bash' };
  const editor = { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' };
  const memory = { type: 'memory_20250818', name: 'memory' };
  const callOf = async (members: object) => {
    const { content, stop_reason } = await invoke({ ...noTools, ...members });
    return [...content.map(({ name, input }) => ({ name, input })), stop_reason];
  };

  it('is called when it is forced, with an input that only looks', async () => {
    const forced = (name: string) => ({ tool_choice: { type: 'tool', name } });
    const offered = { tools: [...tools, bash, editor, memory] };
    expect(await callOf({ ...offered, ...forced('bash') })).toEqual([
      { name: 'bash', input: { command: 'pwd' } },
      'tool_use',
    ]);
    expect(await callOf({ ...offered, ...forced(editor.name) })).toEqual([
      { name: editor.name, input: { command: 'view', path: '/' } },
      'tool_use',
    ]);
    expect(await callOf({ tools: [memory], tool_choice: { type: 'any' } })).toEqual([
      { name: 'memory', input: { command: 'view', path: '/memories' } },
      'tool_use',
    ]);
    const display = { display_width_px: 800, display_height_px: 600 };
    const computer = { type: 'computer_20250124', name: 'computer', ...display };
    const beta = { anthropic_beta: ['computer-use-2025-01-24'] };
    expect(await callOf({ ...beta, tools: [computer], ...forced('computer') })).toEqual([
      { name: 'computer', input: { action: 'screenshot' } },
      'tool_use',
    ]);
  });

  it('is called as any other: when the text names it, and streamed alike', async () => {
    const messages = [{ role: 'user', content: 'Use bash.' }];
    const { content } = await invoke({ messages, tools: [bash] });
    expect(content).toMatchObject([{ type: 'tool_use', name: 'bash', input: { command: 'pwd' } }]);
    expect(joined(await stream({ messages, tools: [bash] }))).toEqual(content);
    const other = [{ role: 'user', content: 'echo hi' }];
    expect((await invoke({ messages: other, tools: [bash] })).stop_reason).toBe('end_turn');
  });

  it('is not forced while the model thinks', async () => {
    const members = { tools: [bash], tool_choice: { type: 'tool', name: 'bash' }, thinking };
    expect(await refusalOf(invoke({ ...noTools, ...members }))).toBe(
      'ValidationException: Thinking may not be enabled when tool_choice forces tool use.',
    );
  });
});

it('one call at a time is made where that is asked for', async () => {
  const named = ['get_time', 'get_place'].map((name) => ({ name, input_schema: { type: 'object' } }));
  const messages = [{ role: 'user', content: 'Call get_time and get_place.' }];
  const called = async (tool_choice?: object) => {
    const { content } = await invoke({ messages, tools: named, ...(tool_choice && { tool_choice }) });
    return content.map(({ name }) => name);
  };
  expect(await called()).toEqual(['get_time', 'get_place']);
  for (const type of ['auto', 'any'])
    expect(await called({ type, disable_parallel_tool_use: true })).toEqual(['get_time']);
});
