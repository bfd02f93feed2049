// Native Anthropic Messages bodies through InvokeModel and its stream.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createLocalBedrock } from '../../src/index.ts';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';
import { refusalOf } from '../invoke-model.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

interface Block {
  readonly type: string;
  readonly [member: string]: unknown;
}

interface Message {
  readonly content: Block[];
  readonly stop_reason: string;
  readonly usage: Record<string, unknown>;
}

const bodyOf = (members: object): string =>
  JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', max_tokens: 4000, ...members });

async function invoke(members: object): Promise<Message> {
  const answer = await bench
    .client('HTTP/1.1')
    .send(new runtime.InvokeModelCommand({ modelId, body: bodyOf(members) }));
  return JSON.parse(answer.body.transformToString()) as Message;
}

async function stream(members: object): Promise<Record<string, unknown>[]> {
  const { body } = await bench
    .client('HTTP/2')
    .send(new runtime.InvokeModelWithResponseStreamCommand({ modelId, body: bodyOf(members) }));
  const events: Record<string, unknown>[] = [];
  for await (const { chunk } of body ?? [])
    events.push(JSON.parse(Buffer.from(chunk?.bytes ?? []).toString()) as Record<string, unknown>);
  return events;
}

/** What a client makes of a stream: the blocks, each out of its start and its deltas. */
function joined(events: readonly Record<string, unknown>[]): Block[] {
  const blocks: Record<string, unknown>[] = [];
  for (const event of events) {
    const at = event['index'] as number;
    if (event['type'] === 'content_block_start') blocks[at] = { ...(event['content_block'] as Block) };
    if (event['type'] !== 'content_block_delta') continue;
    const delta = event['delta'] as Record<string, string>;
    const block = blocks[at] ?? {};
    const append = (name: string, more = ''): string => `${(block[name] as string | undefined) ?? ''}${more}`;
    if (delta['type'] === 'text_delta') block['text'] = append('text', delta['text']);
    if (delta['type'] === 'thinking_delta') block['thinking'] = append('thinking', delta['thinking']);
    if (delta['type'] === 'signature_delta') block['signature'] = append('signature', delta['signature']);
    if (delta['type'] === 'input_json_delta') block['json'] = append('json', delta['partial_json']);
    if (delta['type'] === 'citations_delta')
      block['citations'] = [...((block['citations'] as unknown[] | undefined) ?? []), delta['citation']];
  }
  return blocks.map(({ json, ...block }) => ({
    ...block,
    ...(typeof json === 'string' ? { input: JSON.parse(json) as unknown } : {}),
  })) as Block[];
}

const tools = [
  {
    name: 'weather',
    description: 'The weather in a city',
    input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
];
const thinking = { type: 'enabled', budget_tokens: 1024 };
const question = { role: 'user', content: 'What is the weather in Lisbon?' };

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
});

it('citations stand in the text block that they belong to', async () => {
  const data = 'Porto lies on the Douro. Lisbon lies on the Tagus.';
  const document = {
    type: 'document',
    source: { type: 'text', media_type: 'text/plain', data },
    title: 'Rivers',
    citations: { enabled: true },
  };
  const messages = [
    { role: 'user', content: [document, { type: 'text', text: 'On which river is Lisbon?' }] },
  ];
  const { content } = await invoke({ messages });
  expect(content[1]).toEqual({
    type: 'text',
    text: 'Lisbon lies on the Tagus.',
    citations: [
      {
        type: 'char_location',
        cited_text: 'Lisbon lies on the Tagus.',
        document_index: 0,
        document_title: 'Rivers',
        start_char_index: 25,
        end_char_index: 50,
      },
    ],
  });
  expect(joined(await stream({ messages }))).toEqual(content);
});

it('a document of text may be cached, and stand beside tool results, as it may not in Converse', async () => {
  const { content } = await invoke({
    tools: [{ name: 'look', input_schema: { type: 'object' } }],
    messages: [
      { role: 'user', content: 'Look.' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'look', input: {} }] },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: 'sunny' },
          {
            type: 'document',
            source: { type: 'text', media_type: 'text/plain', data: 'It rained.' },
            cache_control: { type: 'ephemeral' },
          },
        ],
      },
    ],
  });
  expect(content).toEqual([{ type: 'text', text: 'The tool look answered: sunny' }]);
});

/** What is said of a document that may be cited. */
async function answerFrom(document: object) {
  const cited = { type: 'document', ...document, citations: { enabled: true } };
  const question = { type: 'text', text: 'On which river is Lisbon?' };
  return (await invoke({ messages: [{ role: 'user', content: [cited, question] }] })).content;
}

it('a citation of a document without a title has none', async () => {
  const source = { type: 'text', media_type: 'text/plain', data: 'Lisbon lies on the Tagus.' };
  expect(await answerFrom({ source })).toEqual([
    { type: 'text', text: 'According to "document": ' },
    {
      type: 'text',
      text: 'Lisbon lies on the Tagus.',
      citations: [
        {
          type: 'char_location',
          cited_text: 'Lisbon lies on the Tagus.',
          document_index: 0,
          document_title: null,
          start_char_index: 0,
          end_char_index: 25,
        },
      ],
    },
  ]);
});

it('a document whose content is one text is a list of one', async () => {
  const source = { type: 'content', content: 'Lisbon lies on the Tagus.' };
  expect((await answerFrom({ source, title: 'Rivers' }))[1]).toEqual({
    type: 'text',
    text: 'Lisbon lies on the Tagus.',
    citations: [
      {
        type: 'content_block_location',
        cited_text: 'Lisbon lies on the Tagus.',
        document_index: 0,
        document_title: 'Rivers',
        start_block_index: 0,
        end_block_index: 1,
      },
    ],
  });
});

it('a document may hold images between its texts, which citations count', async () => {
  const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } };
  const source = { type: 'content', content: [image, { type: 'text', text: 'Lisbon lies on the Tagus.' }] };
  expect((await answerFrom({ source, title: 'Rivers' })).slice(1)).toEqual([
    {
      type: 'text',
      text: 'Lisbon lies on the Tagus.',
      citations: [
        {
          type: 'content_block_location',
          cited_text: 'Lisbon lies on the Tagus.',
          document_index: 0,
          document_title: 'Rivers',
          start_block_index: 1,
          end_block_index: 2,
        },
      ],
    },
  ]);
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

it("answers the documented version and the one that Anthropic's own client says, and no other", async () => {
  const messages = [{ role: 'user', content: 'echo hi' }];
  const { content } = await invoke({ anthropic_version: '2026-10-21', messages });
  expect(content).toEqual([{ type: 'text', text: 'hi' }]);
  expect(await refusalOf(invoke({ anthropic_version: '2023-06-01', messages }))).toBe(
    'ValidationException: Malformed input request: #/anthropic_version: "2023-06-01" is not a valid enum value, please reformat your input and try again.',
  );
});

it.each([
  [{ thinking: { type: 'enabled', budget_tokens: 100 } }, 'greater than or equal to 1024'],
  [{ temperature: 0.5, thinking }, '`temperature` may only be set to 1 when thinking is enabled'],
])('the model refuses %j', async (members, problem) => {
  const refusal = await refusalOf(invoke({ messages: [question], ...members }));
  expect(refusal).toContain(problem);
  expect(refusal).not.toContain('The model returned the following errors');
});

it.each([
  [{ role: 'system', content: 'echo hi' }, '#/messages/0/role: system is not a valid enum value'],
  [{ role: 'user' }, '#/messages/0: required key [content] not found'],
  [{ content: 'echo hi' }, '#/messages/0: required key [role] not found'],
])('a message %j is malformed', async (message, violation) => {
  expect(await refusalOf(invoke({ messages: [message] }))).toBe(
    `ValidationException: Malformed input request: ${violation}, please reformat your input and try again.`,
  );
});
