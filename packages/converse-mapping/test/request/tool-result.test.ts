// The output of a tool as the model gets it: text, JSON, errors, and files inside the result or behind it.
import type { LanguageModelV4ToolResultPart, SharedV4ProviderOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';
import { calls, GPT, messages, MISTRAL, png } from './tool-turns.ts';

type Output = LanguageModelV4ToolResultPart['output'];

/** What a result becomes: the blocks of the message that holds it. */
function answer(output: Output, model = CLAUDE_4_5) {
  const result = { type: 'tool-result' as const, toolCallId: '1', toolName: 'a', output };
  return messages([user('x'), calls('1'), { role: 'tool', content: [result] }], model).messages[2]?.content;
}

const toolResult = (content: object[], more: object = {}) => [
  { toolResult: { toolUseId: '1', content, ...more } },
];
const image = { image: { format: 'png', source: { bytes: { base64: 'AAEC' } } } };

describe('the output of a tool', () => {
  const error = { status: 'error' };
  it.each<[string, Output, object[]]>([
    ['text', { type: 'text', value: 'sunny' }, toolResult([{ text: 'sunny' }])],
    ['blank text', { type: 'text', value: ' ' }, toolResult([{ text: '(no output)' }])],
    ['an object', { type: 'json', value: { a: [1] } }, toolResult([{ json: { a: [1] } }])],
    ['another JSON value', { type: 'json', value: [1, 'x'] }, toolResult([{ text: '[1,"x"]' }])],
    [
      'a key that Bedrock reads as a type, further in',
      { type: 'json', value: { data: [{ __type: { name: 'Query' } }] } },
      toolResult([{ text: '{"data":[{"__type":{"name":"Query"}}]}' }]),
    ],
    [
      'the same key at the root, or in a text',
      { type: 'json', value: { __type: 'a', b: { __typename: 'c', d: '{"__type":1}' } } },
      toolResult([{ json: { __type: 'a', b: { __typename: 'c', d: '{"__type":1}' } } }]),
    ],
    [
      'a date',
      { type: 'json', value: new Date(0) as never },
      toolResult([{ text: '"1970-01-01T00:00:00.000Z"' }]),
    ],
    ['null', { type: 'json', value: null }, toolResult([{ text: 'null' }])],
    ['undefined', { type: 'json', value: undefined as never }, toolResult([{ text: '(no output)' }])],
    ['a function', { type: 'json', value: (() => 1) as never }, toolResult([{ text: '(no output)' }])],
    ['an error text', { type: 'error-text', value: 'boom' }, toolResult([{ text: 'boom' }], error)],
    [
      'an error object',
      { type: 'error-json', value: { code: 1 } },
      toolResult([{ json: { code: 1 } }], error),
    ],
    ['a denial', { type: 'execution-denied', reason: 'no' }, toolResult([{ text: 'no' }], error)],
    [
      'a denial without a reason',
      { type: 'execution-denied' },
      toolResult([{ text: 'Tool call execution denied.' }], error),
    ],
    [
      'content',
      {
        type: 'content',
        value: [{ type: 'text', text: 'see' }, { type: 'text', text: ' ' }, png, { type: 'custom' }],
      },
      toolResult([{ text: 'see' }, image]),
    ],
    ['empty content', { type: 'content', value: [] }, toolResult([{ text: '(no output)' }])],
  ])('%s reaches the model', (_, output, blocks) => {
    expect(answer(output)).toEqual(blocks);
  });

  // As tools gave it with the AI SDK 5, and as MCP has it: no warning makes up for a screenshot that the model does not see.
  it.each(['media', 'image'])(
    'content of the kind %s, which is none, is refused by name and place',
    (type) => {
      const item = { type, data: 'AAEC', mediaType: 'image/png' } as never;
      expect(() => answer({ type: 'content', value: [png, item] })).toThrow(
        `prompt[2].content[0].output.value[1] is a tool result content of the type "${type}", which the specification v4 does not have.`,
      );
    },
  );

  it.each<[Output, string]>([
    [{ type: 'error-text', value: 'boom' }, 'Error: boom'],
    [{ type: 'error-json', value: { code: 1 } }, 'Error: {"code":1}'],
  ])('an error is told in words to a model without the status', (output, text) => {
    const toolUseId = expect.stringMatching(/^\w{9}$/) as string;
    expect(answer(output, MISTRAL)).toEqual([{ toolResult: { toolUseId, content: [{ text }] } }]);
  });

  it('has a cache point behind it where its own options ask for one', () => {
    const providerOptions = { bedrock: { cachePoint: { type: 'default', ttl: '1h' } } };
    expect(answer({ type: 'text', value: 'sunny', providerOptions })).toEqual([
      ...toolResult([{ text: 'sunny' }]),
      { cachePoint: { type: 'default', ttl: '1h' } },
    ]);
  });

  it('is JSON in words for Nova, which makes things up over JSON', () => {
    const value = { a: [1] };
    expect(answer({ type: 'json', value }, NOVA_PRO)).toEqual(toolResult([{ text: '{"a":[1]}' }]));
    expect(answer({ type: 'error-json', value }, NOVA_PRO)).toEqual(
      toolResult([{ text: '{"a":[1]}' }], error),
    );
  });

  it('an image stands behind the result for a family that refuses it inside', () => {
    const value = [{ type: 'text' as const, text: 'see' }, png];
    expect(answer({ type: 'content', value }, GPT)).toEqual([...toolResult([{ text: 'see' }]), image]);
    expect(answer({ type: 'content', value: [png] }, GPT)).toEqual([
      ...toolResult([{ text: 'The files follow.' }]),
      image,
    ]);
    expect(answer({ type: 'content', value }, NOVA_PRO)).toEqual(toolResult([{ text: 'see' }, image]));
  });

  it('audio stands behind the result for every model', () => {
    const audio = {
      type: 'file' as const,
      mediaType: 'audio/mpeg',
      data: { type: 'data' as const, data: 'AAEC' },
    };
    expect(answer({ type: 'content', value: [audio] }, 'mistral.voxtral-mini-3b-2507')).toMatchObject([
      { toolResult: { content: [{ text: 'The files follow.' }] } },
      { audio: { format: 'mp3', source: { bytes: { base64: 'AAEC' } } } },
    ]);
  });

  it('content of a kind of the caller is left out, with a warning', () => {
    const output: Output = { type: 'content', value: [{ type: 'custom' }] };
    const result = { type: 'tool-result' as const, toolCallId: '1', toolName: 'a', output };
    const { request, warnings } = map({
      prompt: [user('x'), calls('1'), { role: 'tool', content: [result] }],
    });
    expect(request.messages?.[2]?.content).toEqual(toolResult([{ text: '(no output)' }]));
    expect(warnings).toContainEqual({
      type: 'unsupported',
      feature: 'custom tool result content',
      details: 'prompt[2].content[0].output.value[0] is left out.',
    });
  });

  // https://github.com/pydantic/pydantic-ai/pull/6254
  it('Nova takes documents of text inside a result, other documents and videos behind it', () => {
    const file = (mediaType: string) => ({ ...png, mediaType });
    const source = { bytes: { base64: 'AAEC' } };
    const value = [file('text/csv'), file('application/pdf'), file('video/mp4')];
    expect(answer({ type: 'content', value }, NOVA_PRO)).toEqual([
      ...toolResult([{ document: { format: 'csv', name: 'document-1', source } }]),
      { document: { format: 'pdf', name: 'document-2', source } },
      { video: { format: 'mp4', source } },
      { text: 'See the attached document.' },
    ]);
  });

  // https://github.com/boto/boto3/issues/4648
  it('a document that is to be cited stands behind the result, where it can be', () => {
    const pdf = { ...png, mediaType: 'application/pdf', filename: 'a.pdf' };
    const cited = { ...pdf, providerOptions: { bedrock: { citations: { enabled: true } } } };
    const document = { name: 'a', format: 'pdf', source: { bytes: { base64: 'AAEC' } } };
    expect(answer({ type: 'content', value: [pdf] })).toEqual(toolResult([{ document }]));
    expect(answer({ type: 'content', value: [cited] })).toEqual([
      ...toolResult([{ text: 'The files follow.' }]),
      { document: { ...document, citations: { enabled: true } } },
      { text: 'See the attached document.' },
    ]);
  });

  // Content of a result has no member for one: https://github.com/maximhq/bifrost/issues/7614
  it('a cache point on its content stands behind the result and what follows it, once, with the last time to live', () => {
    const text = (providerOptions: SharedV4ProviderOptions) => ({
      type: 'text' as const,
      text: 'r',
      providerOptions,
    });
    const ephemeral = text({ anthropic: { cacheControl: { type: 'ephemeral' } } });
    const hour = text({ bedrock: { cachePoint: { ttl: '1h' } } });
    const cited = {
      ...png,
      mediaType: 'application/pdf',
      providerOptions: { bedrock: { citations: { enabled: true } } },
    };
    const document = {
      document: {
        format: 'pdf',
        name: 'document-1',
        source: { bytes: { base64: 'AAEC' } },
        citations: { enabled: true },
      },
    };
    expect(answer({ type: 'content', value: [ephemeral] })).toEqual([
      ...toolResult([{ text: 'r' }]),
      { cachePoint: { type: 'default' } },
    ]);
    expect(answer({ type: 'content', value: [ephemeral, hour, cited] })).toEqual([
      ...toolResult([{ text: 'r' }, { text: 'r' }]),
      document,
      { text: 'See the attached document.' },
      { cachePoint: { type: 'default', ttl: '1h' } },
    ]);
  });

  it('documents of parallel results are named in their order', () => {
    const pdf = {
      type: 'file' as const,
      mediaType: 'application/pdf',
      data: { type: 'data' as const, data: 'AAEC' },
    };
    const content = ['1', '2', '3'].map((toolCallId) => ({
      type: 'tool-result' as const,
      toolCallId,
      toolName: 'a',
      output: { type: 'content' as const, value: [pdf] },
    }));
    const { messages: sent } = messages([user('x'), calls('1', '2', '3'), { role: 'tool', content }]);
    expect(JSON.stringify(sent).match(/document-\d/g)).toEqual(['document-1', 'document-2', 'document-3']);
  });
});
