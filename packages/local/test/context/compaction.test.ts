// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html
import { expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';

const invoke = invoking();
const stream = streaming();

const opus = 'global.anthropic.claude-opus-4-6-v1';
const opus5 = 'global.anthropic.claude-opus-5-5';
const base = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 100 };
const question = { role: 'user', content: 'echo hi' };
const messages = [
  { role: 'user', content: 'My name is Ada.' },
  { role: 'assistant', content: 'stone '.repeat(50_000).trim() },
  question,
];

/** The members that ask for a summary of a prompt of so many tokens. */
function from(value: number, more: object = {}): object {
  const edit = { type: 'compact_20260112', trigger: { type: 'input_tokens', value }, ...more };
  return { anthropic_beta: ['compact-2026-01-12'], context_management: { edits: [edit] } };
}

const atOnce = { anthropic_beta: ['compact-2026-09-04'], compaction: { type: 'summarize' } };

const summary = {
  type: 'compaction',
  content: 'Summary of the conversation: 3 messages, in the last of which the user says "echo hi"',
  encrypted_content: null,
};
const applied = { context_management: { applied_edits: [{ type: 'compact_20260112' }] } };
const uncached = {
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
};
const summing = { type: 'compaction', input_tokens: 50_007, output_tokens: 21, ...uncached };

it('a prompt that is long enough is summed up in front of the answer, whose counts leave that out', async () => {
  const { body } = await invoke(opus, { ...base, messages, ...from(50_000) });
  const said = { input_tokens: 21, output_tokens: 1, ...uncached };
  expect(body).toMatchObject({
    content: [summary, { type: 'text', text: 'hi' }],
    stop_reason: 'end_turn',
    usage: { ...said, iterations: [summing, { type: 'message', ...said }] },
    ...applied,
  });
  const { body: whole } = await invoke(opus, { ...base, messages, ...from(50_008) });
  expect(whole).toMatchObject({
    content: [{ type: 'text', text: 'hi' }],
    context_management: { applied_edits: [] },
  });
  expect(whole['usage']).not.toHaveProperty('iterations');
});

it('a summary may be all, by the edit or by a member of its own, and stands for what came before', async () => {
  const { body } = await invoke(opus, {
    ...base,
    messages,
    ...from(50_000, { pause_after_compaction: true }),
  });
  const nothing = { input_tokens: 0, output_tokens: 0, ...uncached, iterations: [summing] };
  expect(body).toMatchObject({ content: [summary], stop_reason: 'compaction', usage: nothing, ...applied });
  const { body: signed } = await invoke(opus5, { ...base, messages, ...atOnce });
  const { content } = signed as { content: object[] };
  expect(signed).toMatchObject({ stop_reason: 'compaction', usage: nothing });
  expect(signed).not.toHaveProperty('context_management');
  const { type, content: words } = summary;
  const signature = expect.stringMatching(/^\w{64}$/) as string;
  expect(content).toEqual([{ type, content: words, signature }]);
  const { anthropic_beta } = atOnce;
  for (const before of [[], messages.slice(0, 1)]) {
    const said = [...before, { role: 'assistant', content }, question];
    const { body: next } = await invoke(opus5, { ...base, anthropic_beta, messages: said });
    expect(next).toMatchObject({ usage: { input_tokens: 23 } });
  }
});

it('a conversation that is only summed up may end with what the assistant said', async () => {
  const said = [question, { role: 'assistant', content: 'hi' }];
  const { body } = await invoke(opus5, { ...base, messages: said, ...atOnce });
  expect(body).toMatchObject({ stop_reason: 'compaction' });
  expect(await refusalOf(invoke(opus5, { ...base, messages: said }))).toMatch(/must end with a user message/);
});

it('a summary without words is of a compaction that failed, and stands for nothing', async () => {
  const failed = { role: 'assistant', content: [{ type: 'compaction', content: null }] };
  const said = [messages[0], failed, question];
  const { body } = await invoke(opus, { ...base, messages: said, ...from(50_000) });
  expect(body).toMatchObject({ usage: { input_tokens: 7 } });
});

it('a stream has the summary in front, in one piece, and tells at its end what was done', async () => {
  const events = await stream(opus, { ...base, messages, ...from(50_000) });
  const { type, ...words } = summary;
  expect(events.slice(1, 4)).toEqual([
    {
      type: 'content_block_start',
      index: 0,
      content_block: { type, content: null, encrypted_content: null },
    },
    { type: 'content_block_delta', index: 0, delta: { type: 'compaction_delta', ...words } },
    { type: 'content_block_stop', index: 0 },
  ]);
  expect(events.slice(4, 7).map(({ index }) => index)).toEqual([1, 1, 1]);
  expect(events.at(-2)).toMatchObject({
    type: 'message_delta',
    delta: { stop_reason: 'end_turn' },
    usage: { input_tokens: 21, iterations: [summing, { type: 'message', input_tokens: 21 }] },
    ...applied,
  });
  const paused = await stream(opus5, { ...base, messages, ...atOnce });
  expect(paused.map((event) => event['type'])).toEqual([
    'message_start',
    'content_block_start',
    'content_block_stop',
    'message_delta',
    'message_stop',
  ]);
  expect(paused[1]).toMatchObject({ content_block: { type, content: summary.content } });
  expect(paused[3]).toMatchObject({ delta: { stop_reason: 'compaction' } });
});

const summed = [{ role: 'assistant', content: [summary] }, question];

it.each<[model: string, members: object, words: string]>([
  [
    opus,
    { messages, ...from(49_999) },
    'context_management.edits.0.trigger.value: Input should be greater than or equal to 50000',
  ],
  [
    'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    { messages, ...from(50_000) },
    "'claude-haiku-4-5-20251001' does not support the 'compact_20260112' context management strategy.",
  ],
  [
    opus,
    { messages, ...from(50_000), anthropic_beta: ['context-management-2025-06-27'] },
    "context_management.edits.0: Input tag 'compact_20260112' found using 'type' does not match any of the expected tags: 'clear_thinking_20251015', 'clear_tool_uses_20250919'",
  ],
  [
    opus,
    { messages: summed, anthropic_beta: ['compact-2026-01-12'] },
    'messages.0.content.0: `compaction` blocks require a `compact_20260112` strategy in `context_management.edits`.',
  ],
  [
    opus,
    { messages: [{ role: 'assistant', content: [{ ...summary, content: '' }] }, question], ...from(50_000) },
    'messages.0.content.0.compaction.content: content cannot be empty',
  ],
  [
    opus,
    { messages, ...atOnce, anthropic_beta: ['compact-2026-01-12'] },
    'compaction: Extra inputs are not permitted',
  ],
  [
    opus,
    { messages, ...atOnce, compaction: { type: 'summary' } },
    "compaction.type: Input should be 'summarize'",
  ],
  [opus, { messages, ...atOnce, compaction: 'summarize' }, 'compaction: Input should be an object'],
  [
    opus,
    { messages, ...from(50_000, { pause_after_compaction: 'yes' }) },
    'context_management.edits.0.pause_after_compaction: Input should be a valid boolean',
  ],
  [
    opus,
    { messages, ...from(50_000, { instructions: 1 }) },
    'context_management.edits.0.instructions: Input should be a valid string',
  ],
  [
    opus,
    { messages, ...atOnce, context_management: { edits: [] } },
    'compaction: cannot be combined with context_management',
  ],
])('%s refuses another summary, or one without its edit: %j', async (model, members, words) => {
  expect(await refusalOf(invoke(model, { ...base, ...members }))).toBe(`ValidationException: ${words}`);
});

it('a summary is unknown without its beta, whatever others there are', async () => {
  const anthropic_beta = ['context-management-2025-06-27'];
  expect(await refusalOf(invoke(opus, { ...base, messages: summed, anthropic_beta }))).toMatch(
    /^ValidationException: messages\.0\.content\.0: Input tag 'compaction' found using 'type' does not match/,
  );
});
