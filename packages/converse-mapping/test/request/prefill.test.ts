// A last message of the assistant: which models continue it, and what is done where one does not.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { assistant, CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';
import { refusedBy } from '../witness.ts';

const OPUS_4_6 = 'us.anthropic.claude-opus-4-6-v1';

describe('a last message of the assistant', () => {
  const prompt = [user('a'), assistant('  { "x": ')];

  it('is continued without its reasoning, which Claude takes there from nobody, with a warning', () => {
    const providerOptions = { bedrock: { signature: 's' } };
    const begun: LanguageModelV4CallOptions['prompt'][number] = {
      role: 'assistant',
      content: [
        { type: 'reasoning', text: 'Hm.', providerOptions },
        { type: 'text', text: 'The answer is' },
      ],
    };
    const { request, warnings } = map({ prompt: [user('a'), begun] }, CLAUDE_4_5);
    expect(request.messages?.at(-1)).toEqual({ role: 'assistant', content: [{ text: 'The answer is' }] });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'reasoning',
        details: 'Claude Sonnet 4.5 continues no message with reasoning, so the last one is sent without it.',
      },
    ]);
    const asked = map({ prompt: [user('a'), begun, user('b')] }, CLAUDE_4_5);
    expect(asked.request.messages?.[1]?.content[0]).toHaveProperty('reasoningContent');
    expect(asked.warnings).toEqual([]);
  });

  it('is continued where the model does that, trimmed at its end alone', () => {
    for (const model of [CLAUDE_4_5, NOVA_PRO]) {
      const { request, warnings } = map({ prompt }, model);
      expect(request.messages?.[1]).toEqual({ role: 'assistant', content: [{ text: '  { "x":' }] });
      expect(warnings).toEqual([]);
    }
  });

  it('is followed by a request to go on where the model does not, with a warning', () => {
    const { request, warnings } = map({ prompt }, OPUS_4_6);
    expect(request.messages?.slice(1)).toEqual([
      { role: 'assistant', content: [{ text: '  { "x":' }] },
      { role: 'user', content: [{ text: 'Continue exactly where your last message ends.' }] },
    ]);
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'prefill',
        details:
          'Claude Opus 4.6 does not continue a message of the assistant, so a user message asks it to go on.',
      },
    ]);
    const thinking = map({ prompt, reasoning: 'high' });
    expect(thinking.request.messages?.at(-1)?.role).toBe('user');
  });

  it('can be refused, or passed as it is', () => {
    const options = (prefill: string) => ({
      prompt,
      providerOptions: { bedrock: { prefill, preflight: 'warn' } },
    });
    expect(() => map(options('error'), OPUS_4_6)).toThrow(
      'Claude Opus 4.6 does not continue a message of the assistant. End with a user message.',
    );
    const passed = refusedBy(['last-turn-user'], () => map(options('pass'), OPUS_4_6));
    expect(passed.request.messages?.at(-1)?.role).toBe('assistant');
  });

  it('that ends in a call is not taken for one', () => {
    const call = { type: 'tool-call' as const, toolCallId: 'a', toolName: 'a', input: {} };
    const { request } = map(
      {
        prompt: [user('x'), { role: 'assistant', content: [call] }],
        tools: [{ type: 'function', name: 'a', inputSchema: {} }],
      },
      OPUS_4_6,
    );
    expect(request.messages?.[1]?.content).toEqual([{ toolUse: { toolUseId: 'a', name: 'a', input: {} } }]);
  });

  it('is not continued while a schema constrains the answer', () => {
    const schema = { type: 'object' as const, properties: {} };
    const begun = [user('x'), assistant('{')];
    const { request, warnings } = map({ prompt: begun, responseFormat: { type: 'json', schema } });
    expect(request.outputConfig).toMatchObject({ textFormat: { type: 'json_schema' } });
    expect(request.messages?.at(-1)).toEqual({
      role: 'user',
      content: [{ text: 'Continue exactly where your last message ends.' }],
    });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'prefill',
        details:
          'Claude Sonnet 4.5 does not continue a message of the assistant while a schema constrains it, so a user message asks it to go on.',
      },
    ]);
  });
});
