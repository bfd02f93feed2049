// https://platform.claude.com/docs/en/build-with-claude/context-editing
import { expect, it } from 'vitest';
import { invoking, refusalOf, streaming } from '../invoke-model.ts';
import { errorOf, modelId, openBedrock, urlOf } from '../in-process.ts';

const invoke = invoking();
const stream = streaming();

/** As recorded: a look into the memory, and three calls at once, whose results have come. */
const called = ['memory', 'get_weather', 'get_weather', 'get_weather'].map((name, index) => ({
  name,
  id: `id-${index}`,
}));
const messages = [
  { role: 'user', content: 'echo hi' },
  ...[called.slice(0, 1), called.slice(1)].flatMap((calls) => [
    {
      role: 'assistant',
      content: calls.map((call) => ({ type: 'tool_use', input: { city: 'Madrid' }, ...call })),
    },
    {
      role: 'user',
      content: calls.map(({ id }) => ({
        type: 'tool_result',
        tool_use_id: id,
        content: 'sunny and '.repeat(10),
      })),
    },
  ]),
];
const withBeta = { anthropic_beta: ['context-management-2025-06-27'] };
const asked = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 100, ...withBeta, messages };

/** The same in the form of Converse, with longer results. */
const tool = { toolSpec: { name: 'get_weather', inputSchema: { json: { type: 'object' } } } };
const conversation = [
  { role: 'user', content: [{ text: 'echo hi' }] },
  {
    role: 'assistant',
    content: called.map(({ id, name }) => ({ toolUse: { toolUseId: id, name, input: {} } })),
  },
  {
    role: 'user',
    content: called.map(({ id }) => ({
      toolResult: { toolUseId: id, content: [{ text: 'sunny '.repeat(60) }] },
    })),
  },
];
/** CountTokens takes no profile. */
const claude = 'anthropic.claude-haiku-4-5-20251001-v1:0';

const early = { trigger: { type: 'input_tokens', value: 50 }, keep: { type: 'tool_uses', value: 1 } };
const clearing = { type: 'clear_tool_uses_20250919', ...early, exclude_tools: ['memory'] };

async function answerTo(edit: object): Promise<{ applied: unknown; input: unknown }> {
  const { body } = await invoke(modelId, { ...asked, context_management: { edits: [edit] } });
  const { context_management: managed, usage } = body as Record<string, Record<string, unknown>>;
  return { applied: managed?.['applied_edits'], input: usage?.['input_tokens'] };
}

// https://github.com/aws-samples/anthropic-on-aws, notebooks/claude_automatic_tool_clearing
it('the oldest results are cleared, but for the latest and for those of tools that are excluded', async () => {
  const { input } = await answerTo({ type: 'clear_tool_uses_20250919' });
  expect(await answerTo(clearing)).toEqual({
    applied: [{ type: 'clear_tool_uses_20250919', cleared_input_tokens: 36, cleared_tool_uses: 2 }],
    input: (input as number) - 36,
  });
});

it('Claude before 4.5 tells of it, too, whole as in a stream', async () => {
  const model = 'us.anthropic.claude-sonnet-4-20250514-v1:0';
  const body = { ...asked, context_management: { edits: [clearing] } };
  const told = { context_management: { applied_edits: [{ cleared_tool_uses: 2 }] } };
  expect((await invoke(model, body)).body).toMatchObject(told);
  expect((await stream(model, body)).find(({ type }) => type === 'message_delta')).toMatchObject(told);
});

it.each<[why: string, edit: object, cleared: object[]]>([
  ['a prompt of 100,000 tokens is not reached', { type: 'clear_tool_uses_20250919' }, []],
  ['three are kept by default', { ...clearing, keep: undefined }, []],
  ['too little would be cleared', { ...clearing, clear_at_least: { type: 'input_tokens', value: 37 } }, []],
  ['four uses are not more than four', { ...clearing, trigger: { type: 'tool_uses', value: 4 } }, []],
  [
    'four uses are more than three',
    { ...clearing, trigger: { type: 'tool_uses', value: 3 } },
    [{ cleared_input_tokens: 36, cleared_tool_uses: 2 }],
  ],
  [
    'the arguments are cleared, too',
    { ...clearing, clear_tool_inputs: true },
    [{ cleared_input_tokens: 50, cleared_tool_uses: 2 }],
  ],
  [
    'those of this tool are',
    { ...clearing, clear_tool_inputs: ['get_weather'] },
    [{ cleared_input_tokens: 50, cleared_tool_uses: 2 }],
  ],
  [
    'the arguments of another tool are not',
    { ...clearing, clear_tool_inputs: ['memory'] },
    [{ cleared_input_tokens: 36, cleared_tool_uses: 2 }],
  ],
])('%s', async (_, edit, cleared) => {
  const { applied } = await answerTo(edit);
  expect(applied).toEqual(cleared.map((counts) => ({ type: 'clear_tool_uses_20250919', ...counts })));
});

it('thoughts of earlier turns are cleared, but for the latest', async () => {
  const thinking = { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 4000 };
  const said: object[] = [];
  for (const content of ['echo one', 'echo two', 'echo three']) {
    said.push({ role: 'user', content });
    const { body } = await invoke(modelId, { ...asked, ...thinking, messages: said });
    said.push({ role: 'assistant', content: body['content'] });
  }
  said.push({ role: 'user', content: 'echo four' });
  const editsOf = async (more: object): Promise<unknown> => {
    const edits = [{ type: 'clear_thinking_20251015', ...more }];
    const { body } = await invoke(modelId, {
      ...asked,
      ...thinking,
      messages: said,
      context_management: { edits },
    });
    return (body['context_management'] as Record<string, unknown>)['applied_edits'];
  };
  const cleared_input_tokens = expect.any(Number) as number;
  expect(await editsOf({})).toEqual([
    { type: 'clear_thinking_20251015', cleared_input_tokens, cleared_thinking_turns: 2 },
  ]);
  expect(await editsOf({ keep: { type: 'thinking_turns', value: 2 } })).toMatchObject([
    { cleared_thinking_turns: 1 },
  ]);
  expect(await editsOf({ keep: { type: 'thinking_turns', value: 3 } })).toEqual([]);
  expect(await editsOf({ keep: 'all' })).toEqual([]);
});

// https://github.com/anthropics/claude-code/issues/11971
it('thoughts are cleared only where the model thinks, as it is asked to or by itself', async () => {
  const edited = { ...asked, context_management: { edits: [{ type: 'clear_thinking_20251015' }] } };
  const words =
    'ValidationException: `clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive';
  expect(await refusalOf(invoke(modelId, edited))).toBe(words);
  const opus5 = 'global.anthropic.claude-opus-5';
  expect(await refusalOf(invoke(opus5, { ...edited, thinking: { type: 'disabled' } }))).toBe(words);
  const { body } = await invoke(opus5, edited);
  expect(body).toHaveProperty('context_management');
});

// By the types of `@anthropic-ai/sdk`: what these say is otherwise taken as if it were not there.
it.each<[edit: object, words: string]>([
  [{ ...clearing, keep: 3 }, 'keep: Input should be an object'],
  [{ ...clearing, trigger: 50_000 }, 'trigger: Input should be an object'],
  [
    { ...clearing, trigger: { type: 'tokens', value: 9 } },
    "trigger.type: Input should be 'input_tokens' or 'tool_uses'",
  ],
  [{ ...clearing, keep: { type: 'tool_uses' } }, 'keep.value: Field required'],
  [{ ...clearing, keep: { type: 'tool_uses', value: '3' } }, 'keep.value: Input should be a valid integer'],
  [
    { ...clearing, clear_at_least: { type: 'input_tokens', value: 0.5 } },
    'clear_at_least.value: Input should be a valid integer',
  ],
  [{ ...clearing, exclude_tools: 'memory' }, 'exclude_tools: Input should be a valid list'],
  [{ ...clearing, keep_last: 3 }, 'keep_last: Extra inputs are not permitted'],
  [{ type: 'clear_thinking_20251015', keep: 'none' }, 'keep: Input should be an object'],
  [
    { type: 'clear_thinking_20251015', keep: { type: 'tool_uses', value: 1 } },
    "keep.type: Input should be 'thinking_turns' or 'all'",
  ],
  [{ type: 'clear_thinking_20251015', trigger: early.trigger }, 'trigger: Extra inputs are not permitted'],
])('an edit of the wrong form is refused: %j', async (edit, words) => {
  const managed = { context_management: { edits: [edit] } };
  const thinking = { thinking: { type: 'enabled', budget_tokens: 1024 }, max_tokens: 4000 };
  const messages = [{ role: 'user', content: 'echo hi' }];
  expect(await refusalOf(invoke(modelId, { ...asked, ...thinking, messages, ...managed }))).toBe(
    `ValidationException: context_management.edits.0.${words}`,
  );
});

it.each<[managed: unknown, words: string]>([
  ['auto', ': Input should be an object'],
  [{ edits: {} }, '.edits: Input should be a valid list'],
  [{ edits: ['clear_tool_uses_20250919'] }, '.edits.0: Input should be an object'],
  [{ clear: [] }, '.clear: Extra inputs are not permitted'],
])('and so are edits of the wrong form: %j', async (context_management, words) => {
  expect(await refusalOf(invoke(modelId, { ...asked, context_management }))).toBe(
    `ValidationException: context_management${words}`,
  );
});

it.each<object | null>([
  null,
  {},
  { edits: [{ ...clearing, clear_at_least: null, exclude_tools: null, clear_tool_inputs: null }] },
  { edits: [{ ...clearing, clear_tool_inputs: false }] },
])('what the types leave open is taken: %j', async (context_management) => {
  expect((await invoke(modelId, { ...asked, context_management })).body).toHaveProperty('content');
});

it('a stream tells it at its end', async () => {
  const events = await stream(modelId, { ...asked, context_management: { edits: [clearing] } });
  expect(events.at(-2)).toMatchObject({
    type: 'message_delta',
    context_management: { applied_edits: [{ cleared_tool_uses: 2 }] },
  });
});

it('Converse clears, too, and tells it where it is asked; a handler reads what was sent', async () => {
  const body = JSON.stringify({
    messages: conversation,
    toolConfig: { tools: [tool] },
    additionalModelRequestFields: { ...withBeta, context_management: { edits: [clearing] } },
    additionalModelResponseFieldPaths: ['/context_management'],
  });
  const bedrock = openBedrock({
    models: { '*opus*': ({ request }) => JSON.stringify(request.messages?.[2]) },
  });
  const built = await bedrock.fetch(urlOf('converse'), { method: 'POST', body });
  expect(await built.json()).toMatchObject({
    additionalModelResponseFields: { context_management: { applied_edits: [{ cleared_tool_uses: 2 }] } },
  });
  const own = await bedrock.fetch(urlOf('converse', 'global.anthropic.claude-opus-4-6-v1'), {
    method: 'POST',
    body,
  });
  expect(await own.text()).not.toContain('[cleared]');
});

it.each<[fields: object, words: string]>([
  [{ context_management: { edits: [] } }, 'context_management: Extra inputs are not permitted'],
  [
    { ...withBeta, context_management: { edits: [{ type: 'clear' }] } },
    "context_management.edits.0: Input tag 'clear' found using 'type' does not match any of the expected tags: 'clear_thinking_20251015', 'clear_tool_uses_20250919'",
  ],
  [
    { ...withBeta, context_management: { edits: [{ ...clearing, keep: 3 }] } },
    'context_management.edits.0.keep: Input should be an object',
  ],
  [
    { ...withBeta, context_management: { edits: [{ type: 'clear_thinking_20251015' }] } },
    '`clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive',
  ],
])('Converse refuses the same, in its frame: %j', async (fields, words) => {
  const asking = {
    messages: [{ role: 'user', content: [{ text: 'echo hi' }] }],
    additionalModelRequestFields: fields,
  };
  const send = (operation: string, body: object, model = modelId): Promise<Response> =>
    openBedrock().fetch(urlOf(operation, model), { method: 'POST', body: JSON.stringify(body) });
  for (const response of [
    await send('converse', asking),
    await send('converse-stream', asking),
    await send('count-tokens', { input: { converse: asking } }, claude),
  ])
    expect(await errorOf(response)).toMatchObject({
      status: 400,
      message: `The model returned the following errors: ${words}`,
    });
});

// https://platform.claude.com/docs/en/build-with-claude/context-editing, "Token counting", and AWS's page of CountTokens: as many as are charged
it('CountTokens counts what is left, in a body and in Converse', async () => {
  const bedrock = openBedrock();
  const count = async (input: object): Promise<unknown> => {
    const body = JSON.stringify({ input });
    const response = await bedrock.fetch(urlOf('count-tokens', claude), { method: 'POST', body });
    return ((await response.json()) as { inputTokens: unknown }).inputTokens;
  };
  const managed = { context_management: { edits: [clearing] } };
  const { input } = await answerTo(clearing);
  const native = (body: object): object => ({ invokeModel: { body: btoa(JSON.stringify(body)) } });
  expect(await count(native({ ...asked, ...managed }))).toBe(input);
  expect(await count(native(asked))).toBe((input as number) + 36);
  const whole = { messages: conversation, toolConfig: { tools: [tool] } };
  const converse = { ...whole, additionalModelRequestFields: { ...withBeta, ...managed } };
  const left = (await count({ converse })) as number;
  expect(await count({ converse: whole })).toBeGreaterThan(left);
});
