import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { bedrock, CLAUDE_4_5, map, NOVA_2, NOVA_PRO, user, PROFILE } from '../messages.ts';

type Content = Extract<LanguageModelV4CallOptions['prompt'][number], { role: 'assistant' }>['content'];

/** The assistant's message between two of the user. */
function sent(content: Content, model = CLAUDE_4_5) {
  const { request, warnings } = map(
    { prompt: [user('hi'), { role: 'assistant', content }, user('on')] },
    model,
  );
  return {
    content: request.messages?.[1]?.content,
    roles: request.messages?.map(({ role }) => role),
    warnings,
  };
}

const text = (text: string) => ({ type: 'text' as const, text });
const reasoning = (text: string, options?: object) => ({
  type: 'reasoning' as const,
  text,
  ...(options && { providerOptions: bedrock(options) }),
});

describe('reasoning of earlier turns', () => {
  it('signed and redacted blocks go back as they came, by any name that they had', () => {
    expect(
      sent([
        reasoning(' a\n', { signature: 's' }),
        reasoning('', { redactedContent: 'AAEC' }),
        reasoning('', { redactedData: 'AAED' }),
        { type: 'reasoning', text: 'b', providerOptions: { amazonBedrock: { signature: 't' } } },
        text('answer'),
      ]),
    ).toEqual({
      content: [
        { reasoningContent: { reasoningText: { text: ' a\n', signature: 's' } } },
        { reasoningContent: { redactedContent: { base64: 'AAEC' } } },
        { reasoningContent: { redactedContent: { base64: 'AAED' } } },
        { reasoningContent: { reasoningText: { text: 'b', signature: 't' } } },
        { text: 'answer' },
      ],
      roles: ['user', 'assistant', 'user'],
      warnings: [],
    });
  });

  // https://github.com/UKGovernmentBEIS/inspect_ai/issues/5217
  // https://github.com/maximhq/bifrost/blob/main/core/providers/bedrock/reasoning_replay_test.go
  it.each([
    ['GPT-5.6 Sol', 'us.openai.gpt-5.6-sol'],
    ['Grok 4.6', 'us.xai.grok-4.6'],
  ])('that nobody can read goes back to %s, and a text of it does not', (name, model) => {
    const parts = [reasoning('', { redactedContent: 'AAEC' }), reasoning('a', { signature: 's' }), text('b')];
    expect(sent(parts, model)).toEqual({
      content: [{ reasoningContent: { redactedContent: { base64: 'AAEC' } } }, { text: 'b' }],
      roles: ['user', 'assistant', 'user'],
      warnings: [
        {
          type: 'other',
          message: `Reasoning that can be read is left out (first at prompt[1].content[1]): ${name} takes back only its own.`,
        },
      ],
    });
  });

  it('without a signature of Bedrock is left out, with one warning', () => {
    const foreign = {
      type: 'reasoning' as const,
      text: 'x',
      providerOptions: { anthropic: { signature: 'foreign' } },
    };
    expect(sent([reasoning('y'), foreign, text('answer')])).toEqual({
      content: [{ text: 'answer' }],
      roles: ['user', 'assistant', 'user'],
      warnings: [
        {
          type: 'other',
          message:
            'Reasoning without a signature of Bedrock is left out (first at prompt[1].content[0]): Claude Sonnet 4.5 takes back only its own.',
        },
      ],
    });
  });

  it('an empty part, as some clients add to each answer, is left out without a word', () => {
    expect(sent([reasoning(''), text('answer')])).toEqual({
      content: [{ text: 'answer' }],
      roles: ['user', 'assistant', 'user'],
      warnings: [],
    });
  });

  it('of another model is left out, with a warning for each, and that of this one goes back, by whatever profile', () => {
    const { content, warnings } = sent(
      [
        reasoning('a', { signature: 's', signedBy: 'anthropic.claude-opus-4-8' }),
        reasoning('', { redactedContent: 'AAEC', signedBy: 'anthropic.claude-opus-4-8' }),
        reasoning('b', { signature: 't', signedBy: 'openai.gpt-5.6-sol' }),
        reasoning('c', { signature: 'u', signedBy: 'anthropic.claude-sonnet-4-5-20250929-v1:0' }),
        text('answer'),
      ],
      'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
    );
    expect(content).toEqual([
      { reasoningContent: { reasoningText: { text: 'c', signature: 'u' } } },
      { text: 'answer' },
    ]);
    const leftOut = (whose: string, place: number) => ({
      type: 'other',
      message: `Reasoning of ${whose} is left out (first at prompt[1].content[${place}]): Claude Sonnet 4.5 takes back only its own.`,
    });
    expect(warnings).toEqual([leftOut('anthropic.claude-opus-4-8', 0), leftOut('openai.gpt-5.6-sol', 2)]);
  });

  it.each([
    ['anthropic.claude-sonnet-4-5', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'],
    ['anthropic.claude-opus-4-6-v1', 'us.anthropic.claude-opus-4-6-v1:0'],
    ['', 'us.anthropic.claude-opus-4-6-v1:0'],
  ])('of this model by another of its ids, or by none, %j, goes back too', (signedBy, model) => {
    expect(sent([reasoning('a', { signature: 's', signedBy }), text('b')], model)).toMatchObject({
      content: [{ reasoningContent: { reasoningText: { text: 'a', signature: 's' } } }, { text: 'b' }],
      warnings: [],
    });
  });

  it('that is known to be of some model goes back to one that an ARN hides', () => {
    const signed = { signature: 's', signedBy: 'anthropic.claude-opus-4-8' };
    expect(sent([reasoning('a', signed), text('b')], PROFILE)).toMatchObject({
      content: [{ reasoningContent: {} }, { text: 'b' }],
      warnings: [],
    });
  });

  it('alone leaves no empty message and no two users in a row', () => {
    expect(sent([reasoning('x'), text('  ')])).toMatchObject({ content: undefined, roles: ['user'] });
  });

  it('at the end of a message is left out, since a message must not end in it', () => {
    expect(sent([text('a '), reasoning('x', { signature: 's' })]).content).toEqual([{ text: 'a ' }]);
  });

  it('behind the text that ends the conversation takes the white space with it', () => {
    const { request } = map(
      {
        prompt: [
          user('hi'),
          { role: 'assistant', content: [reasoning('r', { signature: 's' }), text('a '), reasoning('u')] },
        ],
      },
      CLAUDE_4_5,
    );
    expect(request.messages?.[1]?.content).toEqual([{ text: 'a' }]);
  });

  it('is not sent to a model that does not reason', () => {
    expect(sent([reasoning('a', { signature: 's' }), text('b')], NOVA_PRO)).toMatchObject({
      content: [{ text: 'b' }],
      warnings: [],
    });
  });

  it('that was prose around a structured answer goes back as the text that it was', () => {
    expect(sent([reasoning('Here it is:', { demotedText: true }), text('{}')]).content).toEqual([
      { text: 'Here it is:' },
      { text: '{}' },
    ]);
  });

  it('goes back to the model that an ARN hides', () => {
    const content = [reasoning('why', { signature: 's' }), text('b')];
    expect(sent(content, PROFILE)).toMatchObject({
      content: [{ reasoningContent: {} }, { text: 'b' }],
      warnings: [],
    });
  });

  it('that another family signed is not sent', () => {
    const content = [reasoning('why', { signature: 's' }), text('b')];
    expect(sent(content, NOVA_2)).toMatchObject({ content: [{ text: 'b' }], warnings: [] });
  });

  it('of another model does not go to one that signs nothing', () => {
    const thought = reasoning('why', { signature: 's', signedBy: 'anthropic.claude-opus-5' });
    expect(sent([thought, text('b')], 'openai.gpt-oss-120b-1:0').content).toEqual([{ text: 'b' }]);
    const own = reasoning('why', { signedBy: 'openai.gpt-oss-120b' });
    expect(sent([own, text('b')], 'openai.gpt-oss-120b-1:0').content).toHaveLength(2);
  });

  it('goes back without a signature to a model that signs nothing', () => {
    for (const model of ['openai.gpt-oss-120b-1:0', 'minimax.minimax-m2.5', 'moonshot.kimi-k2-thinking']) {
      const roles = ['user', 'assistant', 'user'];
      expect(sent([reasoning('why', { signature: 's' }), text('b')], model)).toEqual({
        content: [{ reasoningContent: { reasoningText: { text: 'why' } } }, { text: 'b' }],
        roles,
        warnings: [],
      });
      const redacted = [reasoning(' ', { redactedContent: 'AAEC' }), text('b')];
      expect(sent(redacted, model)).toEqual({ content: [{ text: 'b' }], roles, warnings: [] });
    }
  });
});

describe('other parts of the assistant', () => {
  // https://github.com/earendil-works/pi/issues/7782
  it('a tool input goes back without members that have no name, with one warning', () => {
    const input = {
      '': 1,
      edits: [
        { old: 'a', '': '' },
        { old: '{"":', 'a"': [1] },
      ],
    };
    const { content, warnings } = sent([
      { type: 'tool-call', toolCallId: '1', toolName: 'a', input },
      { type: 'tool-call', toolCallId: '2', toolName: 'a', input },
    ]);
    const named = { edits: [{ old: 'a' }, { old: '{"":', 'a"': [1] }] };
    expect(content?.map((block) => ('toolUse' in block ? block.toolUse.input : undefined))).toEqual([
      named,
      named,
    ]);
    expect(warnings.filter((warning) => 'feature' in warning && warning.feature === 'tool calls')).toEqual([
      {
        type: 'compatibility',
        feature: 'tool calls',
        details: 'A member without a name is left out of the input of a call.',
      },
    ]);
  });

  it('a tool input that is no object is read, or wrapped', () => {
    const call = (toolCallId: string, input: unknown) => ({
      type: 'tool-call' as const,
      toolCallId,
      toolName: 'a',
      input,
    });
    const { content } = sent([
      call('1', '{"x":1}'),
      call('2', 'abc'),
      call('3', [1]),
      call('4', null),
      call('5', undefined),
    ]);
    expect(content?.map((block) => ('toolUse' in block ? block.toolUse.input : undefined))).toEqual([
      { x: 1 },
      { rawInvalidInput: 'abc' },
      { rawInvalidInput: [1] },
      {},
      {},
    ]);
  });

  it('files and foreign kinds are left out, each with a warning', () => {
    const file = {
      type: 'file' as const,
      mediaType: 'image/png',
      data: { type: 'data' as const, data: 'AAEC' },
    };
    expect(
      sent([
        text('a'),
        file,
        { ...file, type: 'reasoning-file' },
        { type: 'custom', kind: 'openai.compaction' },
      ]),
    ).toMatchObject({
      content: [{ text: 'a' }],
      warnings: [
        { type: 'unsupported', feature: 'assistant file' },
        { type: 'unsupported', feature: 'assistant reasoning-file' },
        { type: 'unsupported', feature: 'content of kind openai.compaction' },
      ],
    });
  });

  it('a block that came from Bedrock as a custom part goes back as it came', () => {
    const block = { searchResult: { source: 's', title: 't', content: [{ text: 'x' }] } };
    const custom = {
      type: 'custom' as const,
      kind: 'bedrock.searchResult' as const,
      providerOptions: { bedrock: { block } },
    };
    expect(sent([custom, text('a')]).content).toEqual([block, { text: 'a' }]);
  });

  it('a cited text goes back with its citations, or as text where the model does not cite', () => {
    const citations = [{ title: 'A', location: { documentPage: { documentIndex: 0, start: 1, end: 2 } } }];
    const cited = { ...text('so'), providerOptions: { bedrock: { citations } } };
    expect(sent([cited]).content).toEqual([{ citationsContent: { content: [{ text: 'so' }], citations } }]);
    expect(sent([cited], NOVA_PRO).content).toEqual([{ text: 'so' }]);
  });
});

describe('calls that Bedrock answered itself', () => {
  const providerOptions = {
    bedrock: { toolResult: { type: 'nova_grounding_result', content: [{ json: { hits: 1 } }] } },
  };
  const content: Content = [
    { type: 'tool-call', toolCallId: 's1', toolName: 'search', input: { q: 1 }, providerExecuted: true },
    {
      type: 'tool-result',
      toolCallId: 's1',
      toolName: 'search',
      output: { type: 'json', value: { hits: 1 } },
      providerOptions,
    },
    text('found'),
  ];

  it('stay in the message that they came in', () => {
    const tools = [
      { type: 'provider' as const, id: 'bedrock.nova_grounding' as const, name: 'search', args: {} },
    ];
    const { request } = map(
      { prompt: [user('q'), { role: 'assistant', content }, user('on')], tools },
      NOVA_2,
    );
    expect(request.messages?.[1]?.content).toEqual([
      { toolUse: { toolUseId: 's1', name: 'nova_grounding', input: { q: 1 }, type: 'server_tool_use' } },
      { toolResult: { toolUseId: 's1', type: 'nova_grounding_result', content: [{ json: { hits: 1 } }] } },
      { text: 'found' },
    ]);
  });

  it('need no declaration where the call has no tools', () => {
    const grounded = content.map((part) =>
      'toolName' in part ? { ...part, toolName: 'nova_grounding' } : part,
    );
    const own = [{ type: 'tool-call' as const, toolCallId: 'c1', toolName: 'mine', input: {} }, ...grounded];
    const answer = {
      type: 'tool-result' as const,
      toolCallId: 'c1',
      toolName: 'mine',
      output: { type: 'text' as const, value: 'x' },
    };
    const { request } = map(
      { prompt: [user('q'), { role: 'assistant', content: own }, { role: 'tool', content: [answer] }] },
      NOVA_2,
    );
    expect(request.messages?.[1]?.content).toMatchObject([
      { toolUse: { name: 'mine' } },
      { toolUse: { name: 'nova_grounding', type: 'server_tool_use' } },
      { toolResult: { type: 'nova_grounding_result' } },
      { text: 'found' },
    ]);
    expect(request.toolConfig?.tools).toMatchObject([{ toolSpec: { name: 'mine' } }]);
  });

  describe('without what Bedrock said of the result', () => {
    const tools = [
      { type: 'provider' as const, id: 'bedrock.nova_grounding' as const, name: 'search', args: {} },
    ];
    const bare = (output: Extract<Content[number], { type: 'tool-result' }>['output']): Content =>
      content.map((part) => (part.type === 'tool-result' ? { ...part, output, providerOptions: {} } : part));
    const sentBack = (answer: Content) => {
      const prompt = [user('q'), { role: 'assistant' as const, content: answer }, user('on')];
      const { request, warnings } = map({ prompt, tools }, NOVA_2);
      return { content: request.messages?.[1]?.content, warnings };
    };
    const served = {
      toolUse: { toolUseId: 's1', name: 'nova_grounding', input: { q: 1 }, type: 'server_tool_use' },
    };

    it('a result stays in the message of its call, as the AI SDK 5 gives it back', () => {
      expect(sentBack(bare({ type: 'json', value: { hits: 1 } })).content).toEqual([
        served,
        { toolResult: { toolUseId: 's1', content: [{ text: '{"hits":1}' }] } },
        { text: 'found' },
      ]);
      expect(sentBack(bare({ type: 'error-text', value: 'no web' })).content).toEqual([
        served,
        { toolResult: { toolUseId: 's1', content: [{ text: 'no web' }], status: 'error' } },
        { text: 'found' },
      ]);
    });

    it('an interrupted call is answered in its own message', () => {
      const { content: blocks, warnings } = sentBack(content.slice(0, 1));
      expect(blocks).toEqual([
        served,
        {
          toolResult: {
            toolUseId: 's1',
            content: [{ text: 'The call was interrupted and has no result.' }],
            status: 'error',
          },
        },
      ]);
      expect(warnings).toEqual([
        {
          type: 'compatibility',
          feature: 'tool results',
          details:
            'The call at prompt[1].content[0] has no result, so the model is told that it was interrupted.',
        },
      ]);
    });
  });

  it('are calls like any other for a model that has no such tool', () => {
    const { request } = map({ prompt: [user('q'), { role: 'assistant', content }, user('on')] });
    expect(request.messages?.map(({ role }) => role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
    ]);
    expect(request.messages?.[2]?.content).toEqual([
      { toolResult: { toolUseId: 's1', content: [{ json: { hits: 1 } }] } },
    ]);
  });
});
