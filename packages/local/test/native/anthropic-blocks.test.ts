// The members of blocks and tools in Anthropic's own body, as Claude looks at them.
import { expect, it } from 'vitest';
import { refusalOf } from '../invoke-model.ts';
import { anthropicBench } from './anthropic-bench.ts';

const { invoke } = anthropicBench();

const said = (...content: unknown[]): object => ({ messages: [{ role: 'user', content }] });
const text = { type: 'text', text: 'echo hi' };
const withText = said(text);
const schema = { type: 'object' };
const image = (source: object): object => ({ type: 'image', source: { type: 'base64', ...source } });
const file = (source: object): object => ({ type: 'document', source });
const answered = (...content: unknown[]): object => ({
  messages: [
    { role: 'user', content: 'x' },
    { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'a', input: {} }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content }] },
  ],
});
const cached = (control: unknown): object => said({ ...text, cache_control: control });
const inResult = 'messages.2.content.0.tool_result.content.0';

it.each<[object, string]>([
  [{ messages: ['echo hi'] }, 'messages.0: Input should be an object'],
  [said('echo hi'), 'messages.0.content.0: Input should be an object'],
  [{ ...withText, system: ['x'] }, 'system.0: Input should be an object'],
  [{ ...withText, system: [{ type: 'text' }] }, 'system.0.text: Field required'],
  [said({ type: 'text' }), 'messages.0.content.0.text.text: Field required'],
  [said({ type: 'text', text: 1 }), 'messages.0.content.0.text.text: Input should be a valid string'],
  [said({ type: 'text', text: null }), 'messages.0.content.0.text.text: Input should be a valid string'],
  [said({ ...text, id: 'x' }), 'messages.0.content.0.text.id: Extra inputs are not permitted'],
  [said({ type: 'image' }), 'messages.0.content.0.image.source: Field required'],
  [
    said({ type: 'document', source: 'x' }),
    'messages.0.content.0.document.source: Input should be an object',
  ],
  [said(image({ data: 'AAAA' })), 'messages.0.content.0.image.source.base64.media_type: Field required'],
  [said(image({ media_type: 'image/png' })), 'messages.0.content.0.image.source.base64.data: Field required'],
  [
    said(image({ media_type: 'image/png', data: 'data:image/png;base64,AAAA' })),
    'messages.0.content.0.image.source.base64: invalid base64 data',
  ],
  [said({ type: 'image', source: {} }), 'messages.0.content.0.image.source.type: Field required'],
  [
    said({ type: 'image', source: { type: 'file', file_id: 'x' } }),
    "messages.0.content.0.image.source: Input tag 'file' found using 'type' does not match any of the expected tags: 'base64', 'url'",
  ],
  [
    said(file({ type: 'file', file_id: 'x' })),
    "messages.0.content.0.document.source: Input tag 'file' found using 'type' does not match any of the expected tags: 'base64', 'content', 'text', 'url'",
  ],
  [
    said(file({ type: 'base64', media_type: 'text/csv', data: 'AAAA' })),
    "messages.0.content.0.document.source.base64.media_type: Input should be 'application/pdf'",
  ],
  [said(file({ type: 'text' })), 'messages.0.content.0.document.source.text.data: Field required'],
  [
    said({ ...file({ type: 'text', data: 'x' }), name: 'x' }),
    'messages.0.content.0.document.name: Extra inputs are not permitted',
  ],
  [
    said({ type: 'search_result', source: 'x', title: 'x', content: 'x' }),
    'messages.0.content.0.search_result.content: Input should be a valid list',
  ],
  [
    said({ type: 'search_result', source: 'x', title: 'x', content: [{ type: 'text' }] }),
    'messages.0.content.0.search_result.content.0.text: Field required',
  ],
  [
    said({ type: 'tool_use', id: 'a', name: 'a', input: '{}' }),
    'messages.0.content.0.tool_use.input: Input should be a valid dictionary',
  ],
  [said({ type: 'tool_use', id: 'a', name: 'a' }), 'messages.0.content.0.tool_use.input: Field required'],
  [
    said({ type: 'tool_use', id: 'a', name: 'a', input: {}, text: '' }),
    'messages.0.content.0.tool_use.text: Extra inputs are not permitted',
  ],
  [said({ type: 'tool_result' }), 'messages.0.content.0.tool_result.tool_use_id: Field required'],
  [
    said({ type: 'tool_result', tool_use_id: 'a', content: { text: 'x' } }),
    'messages.0.content.0.tool_result.content: Input should be a valid list',
  ],
  [answered('x'), `${inResult}: Input should be an object`],
  [answered({ text: 'x' }), `${inResult}.type: Field required`],
  [answered({ type: 'text' }), `${inResult}.text.text: Field required`],
  [answered({ type: 'image' }), `${inResult}.image.source: Field required`],
  [
    answered({ type: 'json', json: {} }),
    `${inResult}: Input tag 'json' found using 'type' does not match any of the expected tags: 'document', 'image', 'search_result', 'text', 'tool_reference'`,
  ],
  [said({ type: 'redacted_thinking' }), 'messages.0.content.0.redacted_thinking.data: Field required'],
  [cached('ephemeral'), 'messages.0.content.0.text.cache_control: Input should be an object'],
  [cached({}), 'messages.0.content.0.text.cache_control.type: Field required'],
  [
    cached({ type: 'default' }),
    "messages.0.content.0.text.cache_control: Input tag 'default' found using 'type' does not match any of the expected tags: 'ephemeral'",
  ],
  [
    cached({ type: 'ephemeral', ttl: 3600 }),
    "messages.0.content.0.text.cache_control.ephemeral.ttl: Input should be '5m' or '1h'",
  ],
  [{ ...withText, stop_sequences: ['a', 1] }, 'stop_sequences.1: Input should be a valid string'],
  [{ ...withText, output_config: 'low' }, 'output_config: Input should be an object'],
  [{ ...withText, tools: ['a'] }, 'tools.0: Input should be an object'],
  [
    { ...withText, tools: [{ name: 1, input_schema: schema }] },
    'tools.0.custom.name: Input should be a valid string',
  ],
  [
    { ...withText, tools: [{ name: 'a', description: ['x'], input_schema: schema }] },
    'tools.0.custom.description: Input should be a valid string',
  ],
  [
    { ...withText, tools: [{ name: 'a', input_schema: '{}' }] },
    'tools.0.custom.input_schema: Input should be a valid dictionary',
  ],
])('%j is refused in the words of the API', async (members, words) => {
  expect(await refusalOf(invoke(members))).toBe(`ValidationException: ${words}`);
});

it('what a block need not have may be null', async () => {
  const source = { type: 'text', media_type: 'text/plain', data: 'x' };
  const document = { ...file(source), title: null, context: null, citations: null, cache_control: null };
  const content = [document, { ...text, citations: null, cache_control: { type: 'ephemeral', ttl: null } }];
  expect((await invoke({ messages: [{ role: 'user', content }] })).content).toEqual([
    { type: 'text', text: 'hi' },
  ]);
});

it('a beta may bring members of a block, and parts of a result, with it', async () => {
  const beta = { anthropic_beta: ['interleaved-thinking-2025-05-14'] };
  expect((await invoke({ ...said({ ...text, mark: 1 }), ...beta })).content).toEqual([
    { type: 'text', text: 'hi' },
  ]);
  const { content } = await invoke({ ...answered({ type: 'other' }), ...beta });
  expect(content).toEqual([{ type: 'text', text: 'The tool a answered: ' }]);
});
