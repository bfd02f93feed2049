import type { JSONSchema7 } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { createStreamMapper, fromConverseResponse, type MappingContext } from '../../src/index.ts';
import {
  contextFor,
  delta,
  messageStop,
  NOVA_PRO,
  numbered,
  read,
  received,
  start,
  stop,
} from '../messages.ts';
import { jsonTool, said } from './structured-parts.ts';

const schema: JSONSchema7 = { type: 'object', properties: { a: { type: 'number' } } };
const tools = [{ type: 'function' as const, name: 'weather', inputSchema: {} }];

const byTool = contextFor({ responseFormat: { type: 'json', schema }, tools }, NOVA_PRO);
const byWords = contextFor({ responseFormat: { type: 'json' } });
const wrapped = contextFor(
  { responseFormat: { type: 'json', schema: { type: 'array', items: {} } } },
  NOVA_PRO,
);

const weather = (index: number) => [
  start(index, { toolUse: { toolUseId: 'w', name: 'weather' } }),
  stop(index),
];

describe('a structured answer by tool', () => {
  // As gpt-oss names it now and then: https://github.com/vercel/ai/issues/9967
  it('is known by its name also where a token of the model follows it', () => {
    const called = (name: string) => [
      start(0, { toolUse: { toolUseId: 'j', name } }),
      delta(0, { toolUse: { input: '{"a": 1}' } }),
      stop(0),
      messageStop('tool_use'),
    ];
    expect(read(called('json<|channel|>commentary'), byTool)).toEqual(read(called('json'), byTool));
  });

  it('streams as text, piece by piece, and stops', () => {
    expect(read([...jsonTool(0, '{"a"', ': ', '1}'), messageStop('tool_use')], byTool)).toMatchObject([
      { type: 'text-start', id: '0' },
      { type: 'text-delta', id: '0', delta: '{"a"' },
      { type: 'text-delta', id: '0', delta: ': ' },
      { type: 'text-delta', id: '0', delta: '1}' },
      { type: 'text-end', id: '0' },
      {
        type: 'finish',
        finishReason: { unified: 'stop', raw: 'tool_use' },
        providerMetadata: { bedrock: { isJsonResponseFromTool: true } },
      },
    ]);
  });

  it('prose before it becomes reasoning, marked so that it can go back as text', () => {
    const parts = read(
      [delta(0, { text: '<thinking>Hm.' }), stop(0), ...jsonTool(1, '{"a":1}'), messageStop('tool_use')],
      byTool,
    );
    expect(said(parts)).toEqual(['reasoning: <thinking>Hm.', 'text: {"a":1}', 'stop']);
    expect(parts[2]).toEqual({
      type: 'reasoning-end',
      id: '0',
      providerMetadata: { bedrock: { demotedText: true } },
    });
  });

  it('prose before a call of the caller is text, and the step has calls', () => {
    expect(
      said(
        read([delta(0, { text: 'Let me check.' }), stop(0), ...weather(1), messageStop('tool_use')], byTool),
      ),
    ).toEqual(['text: Let me check.', 'call: weather', 'tool-calls']);
  });

  it('beside a call of the caller does not stop the step', () => {
    expect(
      said(read([...jsonTool(0, '{"a":1}'), ...weather(1), messageStop('tool_use')], byTool)).slice(-2),
    ).toEqual(['call: weather', 'tool-calls']);
  });

  it('may come as text after all, with prose and a fence around it', () => {
    expect(
      said(read([delta(0, { text: 'Sure:\n```json\n{"a": 1}\n```' }), stop(0), messageStop()], byTool)),
    ).toEqual(['reasoning: Sure:\n```json\n', 'text: {"a": 1}', 'stop']);
    expect(said(read([delta(0, { text: 'No.' }), stop(0), messageStop()], byTool))).toEqual([
      'text: No.',
      'stop',
    ]);
  });

  it('is not looked for in the words behind it, nor in those behind a call of the caller', () => {
    const words = [delta(1, { text: 'As in {"a":2}.' }), stop(1), messageStop('tool_use')];
    expect(said(read([...jsonTool(0, '{"a":1}'), ...words], byTool))).toEqual([
      'text: {"a":1}',
      'reasoning: As in {"a":2}.',
      'stop',
    ]);
    expect(said(read([...weather(0), ...words], byTool))).toEqual([
      'call: weather',
      'text: As in {"a":2}.',
      'tool-calls',
    ]);
  });

  it('is no list in the words before it, where an object was asked for', () => {
    expect(said(read([delta(0, { text: 'As [1] says: {"a":1}' }), messageStop()], byTool))).toEqual([
      'reasoning: As [1] says: ',
      'text: {"a":1}',
      'stop',
    ]);
  });

  it('may come as a list that nothing wraps, where a list was asked for', () => {
    const answer = (text: string) => said(read([delta(0, { text }), stop(0), messageStop()], wrapped));
    expect(answer('Sure: [{"a": 1}, {"a": 2}]')).toEqual([
      'reasoning: Sure: ',
      'text: [{"a": 1}, {"a": 2}]',
      'stop',
    ]);
    expect(answer('[Two]: {"value": [1, 2]}')).toEqual(['reasoning: [Two]: ', 'text: [1,2]', 'stop']);
    // A list in front of the wrapper is prose, such as the number of a source.
    expect(answer('As [1] says: { "value": [1, 2] }')).toEqual([
      'reasoning: As [1] says: ',
      'text: [1,2]',
      'stop',
    ]);
    expect(answer('[{"value": 1}, {"value": 2}]')).toEqual(['text: [{"value": 1}, {"value": 2}]', 'stop']);
  });

  it('counts once, and without input is an empty object', () => {
    expect(
      said(read([...jsonTool(0, '{"a":1}'), ...jsonTool(1, '{"a":2}'), messageStop('tool_use')], byTool)),
    ).toEqual(['text: {"a":1}', 'stop']);
    expect(said(read([...jsonTool(0), messageStop('tool_use')], byTool))).toEqual(['text: {}', 'stop']);
  });

  it('that was wrapped is unwrapped', () => {
    expect(said(read([...jsonTool(0, '{"value": [1,', '2]}'), messageStop('tool_use')], wrapped))).toEqual([
      'text: [1,2]',
      'stop',
    ]);
    expect(said(read([...jsonTool(0, '{"value": [1'), messageStop('max_tokens')], wrapped))).toEqual([
      'text: {"value": [1',
      'length',
    ]);
  });

  it('whose stream breaks off keeps what came', () => {
    expect(
      said(
        read(
          [start(0, { toolUse: { toolUseId: 'j', name: 'json' } }), delta(0, { toolUse: { input: '{"a"' } })],
          byTool,
        ),
      ),
    ).toEqual(['text: {"a"', 'error']);
  });

  it('keeps the sources of the words around it', () => {
    const citation = { location: { web: { url: 'https://a.example', domain: 'a.example' } } };
    const source = {
      type: 'source',
      sourceType: 'url',
      id: '0',
      url: 'https://a.example',
      providerMetadata: { bedrock: { citation } },
    };
    const cited = [delta(0, { text: 'I looked it up.' }), delta(0, { citation }), stop(0)];
    const parts = read([...cited, ...jsonTool(1, '{"a":1}'), messageStop('tool_use')], byTool);
    expect(parts.filter(({ type }) => type === 'source')).toEqual([source]);
    expect(said(parts)).toEqual(['reasoning: I looked it up.', 'text: {"a":1}', 'stop']);

    const content = [{ citationsContent: { content: [{ text: '{"a":1}' }], citations: [citation] } }];
    const response = { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn' };
    expect(fromConverseResponse(received(response), numbered(byWords)).content).toEqual([
      { type: 'text', text: '{"a":1}' },
      { ...source, id: '1' },
    ]);
  });

  it('is the same whole', () => {
    const content = [{ text: 'Hm.' }, { toolUse: { toolUseId: 'j', name: 'json', input: { a: 1 } } }];
    const response = { output: { message: { role: 'assistant', content } }, stopReason: 'tool_use' };
    expect(fromConverseResponse(received(response), byTool)).toMatchObject({
      content: [
        { type: 'reasoning', text: 'Hm.' },
        { type: 'text', text: '{"a":1}' },
      ],
      finishReason: { unified: 'stop', raw: 'tool_use' },
    });
  });
});

describe('a structured answer in words', () => {
  const spoken = (text: string, context: MappingContext = byWords, size = 3): string[] => {
    const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    const parts = said(read([...pieces.map((text) => delta(0, { text })), stop(0), messageStop()], context));
    const joined: string[] = [];
    for (const part of parts) {
      const [kind = '', ...rest] = part.split(': ');
      const last = joined.at(-1);
      if (last?.startsWith(`${kind}: `) === true) joined[joined.length - 1] = last + rest.join(': ');
      else joined.push(part);
    }
    return joined;
  };

  it.each([
    ['{"a":1}', ['text: {"a":1}', 'stop']],
    ['```json\n{"a": [1, {"b": "}"}]}\n```', ['text: {"a": [1, {"b": "}"}]}', 'stop']],
    ['For the set {1,2}: {"a":1}', ['reasoning: For the set {1,2}: ', 'text: {"a":1}', 'stop']],
    [
      'See [this](x): {"a":1} Done.',
      ['reasoning: See [this](x): ', 'text: {"a":1}', 'reasoning:  Done.', 'stop'],
    ],
    ['[{"a":1}]', ['text: [{"a":1}]', 'stop']],
    ['{"a": "\\u00e9 \\"}"}', ['text: {"a": "\\u00e9 \\"}"}', 'stop']],
    ['{}', ['text: {}', 'stop']],
    ['I cannot.', ['text: I cannot.', 'stop']],
    ['An open {', ['text: An open {', 'stop']],
    ['{"a": 1', ['text: {"a": 1', 'stop']],
  ])('%j is told apart from the prose around it', (text, parts) => {
    expect(spoken(text)).toEqual(parts);
  });

  it('is one part of text, which ends with its JSON', () => {
    const mapper = createStreamMapper(numbered(byWords));
    const types = ['Here: {"a": [1', ', 2', ']}', ' Done.'].map((text) =>
      mapper.push({ contentBlockDelta: { contentBlockIndex: 0, delta: { text } } }).map(({ type }) => type),
    );
    expect(types).toEqual([
      ['reasoning-start', 'reasoning-delta', 'reasoning-end', 'text-start', 'text-delta'],
      ['text-delta'],
      ['text-delta', 'text-end'],
      [],
    ]);
  });

  it('streams before it is complete', () => {
    const parts = read([delta(0, { text: 'Here: {"a": [1' }), delta(0, { text: ', 2' })], byWords);
    expect(said(parts)).toEqual(['reasoning: Here: ', 'text: {"a": [1', 'text: , 2', 'error']);
  });
});
