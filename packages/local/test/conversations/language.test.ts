import { readFile } from 'node:fs/promises';
import type { ConverseCommandInput, DocumentBlock, SearchResultBlock } from '@aws-sdk/client-bedrock-runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, modelId, runtime, startBench } from '../aws-clients.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

async function converse(input: Partial<ConverseCommandInput>) {
  const { output, stopReason, usage, additionalModelResponseFields } = await bench
    .client('HTTP/1.1')
    .send(new runtime.ConverseCommand({ modelId, ...input }));
  return {
    content: output?.message?.content ?? [],
    stopReason,
    usage,
    fields: additionalModelResponseFields,
  };
}

const says = (text: string): ConverseCommandInput['messages'] => [{ role: 'user', content: [{ text }] }];

describe('an answer that fits a JSON schema', () => {
  const schema = {
    type: 'object',
    properties: {
      city: { type: 'string' },
      guests: { type: 'integer' },
      seat: { enum: ['inside', 'outside'] },
      day: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
    },
    required: ['city', 'guests', 'seat', 'day'],
    additionalProperties: false,
  };
  const outputConfig: ConverseCommandInput['outputConfig'] = {
    textFormat: {
      type: 'json_schema',
      structure: { jsonSchema: { schema: JSON.stringify(schema), name: 'table' } },
    },
  };
  const messages = says('A table in Lisbon for 4, outside, on 2026-12-24');

  it('comes in one piece', async () => {
    const { content, stopReason } = await converse({ messages, outputConfig });
    const value: unknown = JSON.parse(content[0]?.text ?? '');
    expect(new Ajv2020({ validateFormats: false }).validate(schema, value)).toBe(true);
    expect(value).toEqual({ city: 'Lisbon', guests: 4, seat: 'outside', day: '2026-12-24' });
    expect(stopReason).toBe('end_turn');
  });

  it('comes as a stream of text', async () => {
    const { stream } = await bench
      .client('HTTP/2')
      .send(new runtime.ConverseStreamCommand({ modelId, messages, outputConfig }));
    let text = '';
    for await (const event of stream ?? []) text += event.contentBlockDelta?.delta?.text ?? '';
    expect(JSON.parse(text)).toMatchObject({ city: 'Lisbon', guests: 4 });
  });
});

describe('what a model takes and does not heed', () => {
  const tools = [{ toolSpec: { name: 'weather', inputSchema: { json: { type: 'object' } } } }];
  const ask = async (model: string, text: string, toolChoice?: object, fields?: object) => {
    const toolConfig = { tools, ...(toolChoice && { toolChoice }) } as ConverseCommandInput['toolConfig'];
    const additionalModelRequestFields = fields as ConverseCommandInput['additionalModelRequestFields'];
    const asked = { modelId: model, messages: says(text), toolConfig, additionalModelRequestFields };
    const { content, stopReason } = await converse(asked);
    return [...content.flatMap((block) => Object.keys(block)), stopReason];
  };

  it('are the tools of Gemma 3', async () => {
    const model = 'google.gemma-3-27b-it';
    expect(await ask(model, 'the weather, please')).toEqual(['text', 'end_turn']);
    expect(await ask(model, 'the weather, please', { any: {} })).toEqual(['text', 'end_turn']);
  });

  it('is the name of a tool, for the models that pass over it', async () => {
    const named = { tool: { name: 'weather' } };
    expect(await ask('qwen.qwen3-32b-v1:0', 'hello', named)).toEqual(['text', 'end_turn']);
    expect(await ask('qwen.qwen3-32b-v1:0', 'hello', { any: {} })).toEqual(['toolUse', 'tool_use']);
  });

  it('is any forced choice, while DeepSeek V3 thinks', async () => {
    const thinking = { reasoning_config: 'high' };
    expect(await ask('deepseek.v3.2', 'hello', { any: {} }, thinking)).toEqual([
      'reasoningContent',
      'text',
      'end_turn',
    ]);
    expect(await ask('deepseek.v3.2', 'hello', { any: {} })).toEqual(['toolUse', 'tool_use']);
  });
});

describe('a tool that was called for a question', () => {
  const toolConfig = (toolChoice: object) =>
    ({
      tools: ['weather', 'answer'].map((name) => ({
        toolSpec: { name, inputSchema: { json: { type: 'object' } } },
      })),
      toolChoice,
    }) as unknown as ConverseCommandInput['toolConfig'];
  const called = (name: string, ...content: object[]) =>
    [
      { role: 'assistant', content: [{ toolUse: { toolUseId: name, name, input: {} } }] },
      { role: 'user', content: [{ toolResult: { toolUseId: name, content: [{ text: '12 degrees' }] } }] },
      ...content.map((block, index) => ({ role: index % 2 ? 'user' : 'assistant', content: [block] })),
    ] as NonNullable<ConverseCommandInput['messages']>;
  const ask = async (messages: NonNullable<ConverseCommandInput['messages']>, toolChoice: object) => {
    const asked = { messages: [...(says('the weather, please') ?? []), ...messages] };
    const { content } = await converse({ ...asked, toolConfig: toolConfig(toolChoice) });
    return content.map((block) => block.toolUse?.name ?? block.text?.split('\n')[0]);
  };

  it('is not called again for it, while another is there', async () => {
    expect(await ask([], { any: {} })).toEqual(['weather']);
    expect(await ask(called('weather'), { any: {} })).toEqual(['answer']);
    expect(await ask([...called('weather'), ...called('answer')], { any: {} })).toEqual(['weather']);
    expect(await ask(called('weather'), { tool: { name: 'weather' } })).toEqual(['weather']);
  });

  it('is not called again for a message without words, such as an image beside the result', async () => {
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const image = { image: { format: 'png', source: { bytes } } };
    const messages = called('weather', { text: 'I have the results.' }, image);
    expect(await ask(messages, { auto: {} })).toEqual([
      'This is a built-in test model. I received 5 messages; in the last one:',
    ]);
  });

  it('is called for the next question', async () => {
    const messages = called('weather', { text: '12 degrees.' }, { text: 'And the weather tomorrow?' });
    expect(await ask(messages, { auto: {} })).toEqual(['weather']);
  });
});

describe('an answer ends', () => {
  it('before a stop sequence, which is told when asked for', async () => {
    const { content, stopReason, fields } = await converse({
      messages: says('count to 9'),
      inferenceConfig: { stopSequences: ['9', '5'] },
      additionalModelResponseFieldPaths: ['/stop_sequence'],
    });
    expect(content).toEqual([{ text: '1 2 3 4 ' }]);
    expect({ stopReason, fields }).toEqual({ stopReason: 'stop_sequence', fields: { stop_sequence: '5' } });
  });

  it('when its tokens are used up', async () => {
    const { content, stopReason, usage } = await converse({
      messages: says('count to 9'),
      inferenceConfig: { maxTokens: 3 },
    });
    expect(content).toEqual([{ text: '1 2 3' }]);
    expect(stopReason).toBe('max_tokens');
    expect(usage?.outputTokens).toBe(3);
  });

  // https://github.com/BerriAI/litellm/issues/41529
  it('when Claude was given no limit and has said 4,096 tokens', async () => {
    const { stopReason, usage } = await converse({ messages: says('count to 5000') });
    expect([stopReason, usage?.outputTokens]).toEqual(['max_tokens', 4096]);
  });

  it('without a call of a tool for which there are too few', async () => {
    const tool = {
      toolSpec: {
        name: 'weather',
        inputSchema: {
          json: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
        },
      },
    };
    const { content, stopReason } = await converse({
      messages: says('weather in Lisbon'),
      toolConfig: { tools: [tool] },
      inferenceConfig: { maxTokens: 2 },
    });
    expect({ content, stopReason }).toEqual({ content: [], stopReason: 'max_tokens' });
  });
});

it('an answer goes on where a message of the model’s own has begun it', async () => {
  const { content } = await converse({
    messages: [...(says('count to 5') ?? []), { role: 'assistant', content: [{ text: '1 2' }] }],
  });
  expect(content).toEqual([{ text: ' 3 4 5' }]);
});

describe('an answer cites', () => {
  const question = { text: 'Which river does Lisbon lie on?' };
  const sentences = 'Porto lies on the Douro. Lisbon lies on the river Tagus. Faro has an airport.';
  const cited = 'Lisbon lies on the river Tagus.';
  const ask = async (document: DocumentBlock) =>
    (await converse({ messages: [{ role: 'user', content: [{ document }, question] }] })).content;

  it('characters of a text', async () => {
    const document = {
      name: 'Rivers',
      format: 'txt' as const,
      source: { text: sentences },
      citations: { enabled: true },
    };
    expect(await ask(document)).toEqual([
      { text: 'According to "Rivers": ' },
      {
        citationsContent: {
          content: [{ text: cited }],
          citations: [
            {
              title: 'Rivers',
              sourceContent: [{ text: cited }],
              location: {
                documentChar: {
                  documentIndex: 0,
                  start: sentences.indexOf(cited),
                  end: sentences.indexOf(cited) + cited.length,
                },
              },
            },
          ],
        },
      },
    ]);
  });

  it('chunks of a document that comes in chunks', async () => {
    const content = sentences.split(/(?<=\.) /).map((text) => ({ text }));
    const answer = await ask({ name: 'Rivers', source: { content }, citations: { enabled: true } });
    expect(answer[1]?.citationsContent?.citations?.[0]?.location).toEqual({
      documentChunk: { documentIndex: 0, start: 1, end: 2 },
    });
  });

  it('pages of a PDF', async () => {
    const bytes = await readFile(new URL('two-pages.pdf', import.meta.url));
    const document = { name: 'Kit', format: 'pdf' as const, source: { bytes }, citations: { enabled: true } };
    const { content } = await converse({
      messages: [{ role: 'user', content: [{ document }, { text: 'What does the second page report?' }] }],
    });
    expect(content[1]?.citationsContent?.citations?.[0]).toMatchObject({
      title: 'Kit',
      location: { documentPage: { documentIndex: 0, start: 2, end: 3 } },
    });
  });

  it('search results', async () => {
    const result = (text: string): SearchResultBlock => ({
      source: `https://example.com/${text.length}`,
      title: 'Rivers',
      content: [{ text }],
      citations: { enabled: true },
    });
    const content = [
      { searchResult: result('Faro has an airport.') },
      { searchResult: result(cited) },
      question,
    ];
    const answer = (await converse({ messages: [{ role: 'user', content }] })).content;
    expect(answer[1]?.citationsContent?.citations?.[0]).toMatchObject({
      source: `https://example.com/${cited.length}`,
      location: { searchResultLocation: { searchResultIndex: 1, start: 0, end: 1 } },
    });
  });

  it('in a stream, with the words first and the citation behind them', async () => {
    const document = {
      name: 'Rivers',
      format: 'txt' as const,
      source: { text: sentences },
      citations: { enabled: true },
    };
    const { stream } = await bench.client('HTTP/2').send(
      new runtime.ConverseStreamCommand({
        modelId,
        messages: [{ role: 'user', content: [{ document }, question] }],
      }),
    );
    const deltas: object[] = [];
    for await (const event of stream ?? []) {
      const { contentBlockIndex, delta } = event.contentBlockDelta ?? {};
      if (contentBlockIndex === 1 && delta) deltas.push(delta);
    }
    expect(deltas.slice(0, -1).map((delta) => Object.keys(delta))).toEqual(
      cited.split(' ').map(() => ['text']),
    );
    expect(deltas.at(-1)).toMatchObject({ citation: { title: 'Rivers' } });
  });

  it('nothing when it is not asked to', async () => {
    const document = {
      name: 'Rivers',
      format: 'txt' as const,
      source: { bytes: new TextEncoder().encode(sentences) },
    };
    expect((await ask(document)).some((block) => block.citationsContent)).toBe(false);
  });
});
