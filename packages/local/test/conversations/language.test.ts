// What an answer keeps to: a schema, its ends, and what was said of it before.
import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { modelId, runtime } from '../aws-clients.ts';
import { conversationBench, says } from './conversation-bench.ts';

const bench = conversationBench();
const { converse } = bench;

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

  it('comes also where Claude is asked by the name that its own API has for it', async () => {
    const additionalModelRequestFields = { output_config: { format: { type: 'json_schema', schema } } };
    const { content } = await converse({ messages, additionalModelRequestFields });
    expect(content).toEqual([{ text: '{"city":"Lisbon","guests":4,"seat":"outside","day":"2026-12-24"}' }]);
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

  it.each([
    ['a, b, c', [{ text: 'a' }]],
    [', b', []],
  ])('before the first of several stop sequences, in %j', async (text, said) => {
    const inferenceConfig = { stopSequences: [','] };
    const { content, stopReason } = await converse({ messages: says(`echo "${text}"`), inferenceConfig });
    expect({ content, stopReason }).toEqual({ content: said, stopReason: 'stop_sequence' });
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
