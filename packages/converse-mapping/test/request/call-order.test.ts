// Calls and texts of one assistant message in the order that the model takes: for Claude, every call behind the text.
import type { LanguageModelV4CallOptions, SharedV4ProviderOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';

const OPUS_4_6 = 'us.anthropic.claude-opus-4-6-v1';

describe('a call with text behind it', () => {
  const inputSchema = { type: 'object' as const };
  const tools = [{ type: 'function' as const, name: 'look', inputSchema }];
  const calling = (toolCallId: string, providerOptions: SharedV4ProviderOptions = {}) =>
    ({ type: 'tool-call', toolCallId, toolName: 'look', input: {}, providerOptions }) as const;
  const output = { type: 'text', value: 'sunny' } as const;
  const answering = (...ids: string[]): LanguageModelV4CallOptions['prompt'][number] => ({
    role: 'tool',
    content: ids.map((toolCallId) => ({ type: 'tool-result', toolCallId, toolName: 'look', output })),
  });
  const use = (toolUseId: string) => ({ toolUse: { toolUseId, name: 'look', input: {} } });
  const said = (text: string) => ({ type: 'text', text }) as const;
  const thought = (text: string) =>
    ({ type: 'reasoning', text, providerOptions: { bedrock: { signature: 's' } } }) as const;
  const thinking = (text: string) => ({ reasoningContent: { reasoningText: { text, signature: 's' } } });
  const cachePoint = { type: 'default' };

  it.each([CLAUDE_4_5, OPUS_4_6, 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc'])(
    'stands behind the text for %s, and cache points keep their places',
    (modelId) => {
      const pointed = { bedrock: { cachePoint: true } };
      const prompt: LanguageModelV4CallOptions['prompt'] = [
        user('a'),
        { role: 'assistant', content: [calling('c', pointed), said('One.')] },
        { role: 'assistant', content: [calling('d'), said('Two.')], providerOptions: pointed },
        answering('c', 'd'),
      ];
      const { request, warnings } = map({ prompt, tools }, modelId);
      expect(request.messages?.[1]).toEqual({
        role: 'assistant',
        content: [{ text: 'One.' }, { cachePoint }, { text: 'Two.' }, use('c'), use('d'), { cachePoint }],
      });
      expect(warnings).toEqual([]);
    },
  );

  it('passes no thinking', () => {
    const content = [
      thought('First.'),
      calling('c'),
      said('One.'),
      thought('Then.'),
      calling('d'),
      said('Two.'),
    ];
    const prompt = [user('a'), { role: 'assistant' as const, content }, answering('c', 'd')];
    expect(map({ prompt, tools }, CLAUDE_4_5).request.messages?.[1]?.content).toEqual([
      thinking('First.'),
      { text: 'One.' },
      use('c'),
      thinking('Then.'),
      { text: 'Two.' },
      use('d'),
    ]);
  });

  it('passes what stood behind thinking that is left out', () => {
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      user('a'),
      { role: 'assistant', content: [calling('c')] },
      { role: 'assistant', content: [thought('Hm.'), said('One.')] },
      answering('c'),
    ];
    const providerOptions = { bedrock: { reasoningConfig: { type: 'enabled', budgetTokens: 2000 } } };
    expect(map({ prompt, tools, providerOptions }, CLAUDE_4_5).request.messages?.[1]?.content).toEqual([
      { text: 'One.' },
      use('c'),
    ]);
  });

  it('stays in front of it for another model', () => {
    const prompt = [
      user('a'),
      { role: 'assistant' as const, content: [calling('c'), said('One.')] },
      answering('c'),
    ];
    expect(map({ prompt, tools }, NOVA_PRO).request.messages?.[1]?.content).toEqual([
      use('c'),
      { text: 'One.' },
    ]);
  });
});
