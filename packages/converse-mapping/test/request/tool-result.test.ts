import type { LanguageModelV4CallOptions, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';

const MISTRAL = 'mistral.mistral-large-2407-v1:0';
const GPT = 'us.openai.gpt-5.6-sol';

type Prompt = LanguageModelV4CallOptions['prompt'];
type Output = LanguageModelV4ToolResultPart['output'];

const tools = [{ type: 'function' as const, name: 'a', inputSchema: {} }];
const calls = (...ids: string[]): Prompt[number] => ({
  role: 'assistant',
  content: ids.map((toolCallId) => ({ type: 'tool-call', toolCallId, toolName: 'a', input: {} })),
});
const results = (...ids: string[]): Prompt[number] => ({
  role: 'tool',
  content: ids.map((toolCallId) => ({
    type: 'tool-result',
    toolCallId,
    toolName: 'a',
    output: { type: 'text', value: `r ${toolCallId}` },
  })),
});

function messages(prompt: Prompt, model = CLAUDE_4_5) {
  const { request, warnings } = map({ prompt, tools }, model);
  return {
    messages: request.messages ?? [],
    features: warnings.map((warning) => ('feature' in warning ? warning.feature : '')),
  };
}

/** What a result becomes: the blocks of the message that holds it. */
function answer(output: Output, model = CLAUDE_4_5) {
  const result = { type: 'tool-result' as const, toolCallId: '1', toolName: 'a', output };
  return messages([user('x'), calls('1'), { role: 'tool', content: [result] }], model).messages[2]?.content;
}

const toolResult = (content: object[], more: object = {}) => [
  { toolResult: { toolUseId: '1', content, ...more } },
];
const png = { type: 'file' as const, mediaType: 'image/png', data: { type: 'data' as const, data: 'AAEC' } };
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

  it('an error is told in words to a model without the status', () => {
    expect(answer({ type: 'error-text', value: 'boom' }, MISTRAL)).toEqual([
      {
        toolResult: {
          toolUseId: expect.stringMatching(/^\w{9}$/) as string,
          content: [{ text: 'Error: boom' }],
        },
      },
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

describe('calls and results', () => {
  it('a call without a result gets one that says so, before what the user says', () => {
    const { messages: sent, features } = messages([user('x'), calls('a1'), user('never mind')]);
    expect(sent[2]?.content).toEqual([
      {
        toolResult: {
          toolUseId: 'a1',
          status: 'error',
          content: [{ text: 'The call was interrupted and has no result.' }],
        },
      },
      { text: 'never mind' },
    ]);
    expect(features).toEqual(['tool results']);
  });

  it('a call that ends the conversation is answered too', () => {
    expect(messages([user('x'), calls('a1')]).messages.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
    ]);
  });

  // The AI SDK 5 gives them as the tools end, 6 and 7 those behind an approval last; out of a stored chat all stand as their calls do.
  it('results in another order, one of them twice, go in the order of their calls, once each', () => {
    const prompt = [user('x'), calls('a', 'b'), results('b', 'a', 'b')];
    const { request, warnings } = map({ prompt, tools }, CLAUDE_4_5);
    expect(request.messages?.[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'r a' }] } },
      { toolResult: { toolUseId: 'b', content: [{ text: 'r b' }] } },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'tool results',
        details: 'prompt[2].content[2] is a second result of the same call and is left out.',
      },
    ]);
  });

  it('files that stand beside their results are in the order of the calls, too', () => {
    const withImage = (toolCallId: string, data: string) => ({
      type: 'tool-result' as const,
      toolCallId,
      toolName: 'a',
      output: {
        type: 'content' as const,
        value: [{ ...png, data: { type: 'data' as const, data } }],
      },
    });
    const content = [withImage('b', 'AAEC'), withImage('a', 'AAED')];
    const { messages: sent } = messages([user('x'), calls('a', 'b'), { role: 'tool', content }], GPT);
    expect(sent[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'The files follow.' }] } },
      { toolResult: { toolUseId: 'b', content: [{ text: 'The files follow.' }] } },
      { image: { format: 'png', source: { bytes: { base64: 'AAED' } } } },
      { image: { format: 'png', source: { bytes: { base64: 'AAEC' } } } },
    ]);
  });

  it('a result that comes late is moved to its call', () => {
    const { messages: sent } = messages([
      user('x'),
      calls('a'),
      user('wait'),
      { role: 'assistant', content: [{ type: 'text', text: 'ok' }] },
      results('a'),
    ]);
    expect(sent[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'r a' }] } },
      { text: 'wait' },
    ]);
    expect(sent).toHaveLength(4);
  });

  it('a result without a call is sent as text, so that nothing is lost', () => {
    const { messages: sent, features } = messages([user('x'), results('zz')]);
    expect(sent).toEqual([
      { role: 'user', content: [{ text: 'x' }, { text: 'Result of the tool a: r zz' }] },
    ]);
    expect(features).toEqual(['tool results']);
  });

  it('results stand first in their message, each with its cache point', () => {
    const providerOptions = { bedrock: { cachePoint: true } };
    const tool: Prompt[number] = {
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: 'a',
          toolName: 'a',
          output: { type: 'text', value: 'r' },
          providerOptions,
        },
      ],
    };
    const { messages: sent } = messages([user('x'), calls('a'), user('so?'), tool]);
    expect(sent[2]?.content).toEqual([
      { toolResult: { toolUseId: 'a', content: [{ text: 'r' }] } },
      { cachePoint: { type: 'default' } },
      { text: 'so?' },
    ]);
  });

  it('the files of one without a call stand beside its text', () => {
    const file = (mediaType: string, data: string) => ({
      type: 'file' as const,
      mediaType,
      data: { type: 'data' as const, data },
    });
    const value = [
      { type: 'text' as const, text: 'seen' },
      file('image/png', 'iVBORw0KGgo='),
      file('application/pdf', 'JVBERi0='),
    ];
    const result = { type: 'tool-result' as const, toolCallId: 'zz', toolName: 'a' };
    const prompt: Prompt = [
      user('x'),
      { role: 'tool', content: [{ ...result, output: { type: 'content', value } }] },
    ];
    for (const model of [CLAUDE_4_5, NOVA_PRO]) {
      expect(messages(prompt, model).messages[0]?.content).toEqual([
        { text: 'x' },
        { text: 'Result of the tool a: seen' },
        { image: { format: 'png', source: { bytes: { base64: 'iVBORw0KGgo=' } } } },
        { document: { format: 'pdf', name: 'document-1', source: { bytes: { base64: 'JVBERi0=' } } } },
      ]);
    }
  });

  it('an approval is no content, and an empty message is none', () => {
    const approval: Prompt[number] = {
      role: 'tool',
      content: [{ type: 'tool-approval-response', approvalId: 'p', approved: true }],
    };
    expect(messages([user('x'), approval]).messages).toEqual([{ role: 'user', content: [{ text: 'x' }] }]);
  });
});

describe('the id of a call', () => {
  const idsOf = (ids: string[], model: string) =>
    messages([user('x'), calls(...ids), results(...ids)], model)
      .messages.slice(1)
      .map(({ content }) =>
        content.map((block) =>
          'toolUse' in block
            ? block.toolUse.toolUseId
            : 'toolResult' in block
              ? block.toolResult.toolUseId
              : '',
        ),
      );

  it('stays when the model takes it', () => {
    expect(idsOf(['tooluse_AbC-1', 'f.search:0'], 'moonshotai.kimi-k2.5')[0]).toEqual([
      'tooluse_AbC-1',
      'f.search:0',
    ]);
    expect(idsOf(['tooluse_AbC-1', 'f.search:0'], CLAUDE_4_5)[0]).toEqual(['tooluse_AbC-1', 'f_search_0']);
  });

  it('of another provider becomes legal, the same for the call and its result', () => {
    const [call, result] = idsOf(['call_1|fc_1', 'x'.repeat(70), '', 'ä'], CLAUDE_4_5);
    expect(call).toEqual([
      'call_1_fc_1',
      expect.stringMatching(/^x{56}\w{8}$/),
      expect.stringMatching(/^\w$/),
      '_',
    ]);
    expect(result).toEqual(call);
  });

  it('has nine letters and digits for Mistral, different ones for different calls', () => {
    const [call, result] = idsOf(['tooluse_aaaaaaaaa1', 'tooluse_aaaaaaaaa2', 'abcdefgh1'], MISTRAL);
    for (const id of call ?? []) expect(id).toMatch(/^[a-zA-Z0-9]{9}$/);
    expect(new Set(call).size).toBe(3);
    expect(call?.[2]).toBe('abcdefgh1');
    expect(result).toEqual(call);
  });

  it('that comes again in a later turn is another call', () => {
    const { messages: sent, features } = messages([
      user('x'),
      calls('f:0'),
      results('f:0'),
      calls('f:0'),
      results('f:0'),
    ]);
    expect(sent[3]?.content).toEqual([{ toolUse: { toolUseId: 'f_0_2', name: 'a', input: {} } }]);
    expect(sent[4]?.content).toEqual([{ toolResult: { toolUseId: 'f_0_2', content: [{ text: 'r f:0' }] } }]);
    expect(features).toEqual([]);
  });
});
