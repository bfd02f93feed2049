// Calls of tools that Bedrock ran itself, and their results, in the conversation that goes back to it.
import { describe, expect, it } from 'vitest';
import { map, NOVA_2, PROFILE, user } from '../messages.ts';
import { type Content, text } from './assistant-message.ts';

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

  it('have failed again where they failed', () => {
    const toolResult = { type: 'nova_grounding_result', content: [{ text: 'no web' }], status: 'error' };
    const failed = content.map((part) =>
      part.type === 'tool-result' ? { ...part, providerOptions: { bedrock: { toolResult } } } : part,
    );
    const tools = [
      { type: 'provider' as const, id: 'bedrock.nova_grounding' as const, name: 'search', args: {} },
    ];
    const prompt = [user('q'), { role: 'assistant' as const, content: failed }, user('on')];
    expect(map({ prompt, tools }, NOVA_2).request.messages?.[1]?.content[1]).toEqual({
      toolResult: { toolUseId: 's1', ...toolResult },
    });
  });

  it('stay there too where the tool is newer than the table, or nobody knows the model', () => {
    for (const [id, model] of [
      ['bedrock.brand_new', NOVA_2],
      ['bedrock.nova_grounding', PROFILE],
    ] as const) {
      const tools = [{ type: 'provider' as const, id, name: 'search', args: {} }];
      const { request, warnings } = map(
        { prompt: [user('q'), { role: 'assistant', content }, user('on')], tools },
        model,
      );
      expect(request.messages?.[1]?.content).toMatchObject([
        { toolUse: { toolUseId: 's1', name: id.slice(8), type: 'server_tool_use' } },
        { toolResult: { toolUseId: 's1', type: 'nova_grounding_result', content: [{ json: { hits: 1 } }] } },
        { text: 'found' },
      ]);
      expect(warnings).toEqual([]);
    }
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
        { toolResult: { toolUseId: 's1', type: 'nova_grounding_result', content: [{ text: '{"hits":1}' }] } },
        { text: 'found' },
      ]);
      expect(sentBack(bare({ type: 'text', value: '[HIDDEN]' })).content).toEqual([
        served,
        { toolResult: { toolUseId: 's1', type: 'nova_grounding_result', content: [{ text: '[HIDDEN]' }] } },
        { text: 'found' },
      ]);
      expect(sentBack(bare({ type: 'error-text', value: 'no web' })).content).toEqual([
        served,
        {
          toolResult: {
            toolUseId: 's1',
            type: 'nova_grounding_result',
            content: [{ text: 'no web' }],
            status: 'error',
          },
        },
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
            type: 'nova_grounding_result',
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
