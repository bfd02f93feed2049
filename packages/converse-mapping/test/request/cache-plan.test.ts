import { describe, expect, it } from 'vitest';
import { bedrock, CLAUDE_3_HAIKU, NOVA_PRO, PROFILE, user } from '../messages.ts';
import { csv, marked, places, type Prompt, said, system, tools } from './cached-calls.ts';

describe('automatic caching', () => {
  const auto = { bedrock: { caching: 'auto' as const } };
  const plain = [{ type: 'function' as const, name: 'a', inputSchema: {} }];
  const prompt = [{ ...system, providerOptions: {} }, user('a'), said, user('b'), said, user('c')];

  it('marks tools, system and the last two user turns, and moves on with the conversation', () => {
    expect(places({ tools: plain, prompt, providerOptions: auto })).toEqual({
      tools: 'toolSpec |',
      system: 'text |',
      messages: ['text', 'text', 'text |', 'text', 'text |'],
      features: [],
    });
    expect(
      places({ tools: plain, prompt: [...prompt, said, user('d')], providerOptions: auto }).messages,
    ).toEqual(['text', 'text', 'text', 'text', 'text |', 'text', 'text |']);
  });

  it('marks what the user said also where the assistant has spoken first, as with a greeting', () => {
    const greeted = [...prompt.slice(0, 1), said, ...prompt.slice(1)];
    expect(places({ prompt: greeted, providerOptions: auto }, 'us.anthropic.claude-opus-5').messages).toEqual(
      ['text', 'text', 'text', 'text |', 'text', 'text |'],
    );
  });

  // Nova takes no point behind a result: without one further in front, every step after the second would read the whole conversation anew.
  it('marks what the user said last while an agent of Nova calls tools', () => {
    const step = (toolCallId: string): Prompt => [
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName: 'a', input: {} }] },
      {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId, toolName: 'a', output: { type: 'text', value: 'r' } }],
      },
    ];
    const steps = [...prompt, ...step('1'), ...step('2')];
    const call = { tools: plain, prompt: steps, providerOptions: auto };
    expect(places(call, NOVA_PRO).messages?.slice(2)).toEqual([
      'text |',
      'text',
      'text |',
      'toolUse',
      'toolResult',
      'toolUse',
      'toolResult',
    ]);
    expect(places(call).messages?.slice(4)).toEqual([
      'text',
      'toolUse',
      'toolResult |',
      'toolUse',
      'toolResult |',
    ]);
  });

  it('is told to be unknown where nothing is known of the model, and points of the caller stay', () => {
    const call = { prompt: [marked('a')], providerOptions: bedrock({ caching: 'auto' }) };
    expect(places(call, PROFILE)).toMatchObject({ messages: ['text |'], features: ['caching'] });
    expect(places({ prompt: [marked('a')] }, PROFILE).features).toEqual([]);
  });

  it('leaves the points of the caller and fills up to the limit', () => {
    expect(
      places({
        tools,
        prompt: [system, marked('a'), said, user('b'), said, user('c')],
        providerOptions: auto,
      }),
    ).toEqual({
      tools: 'toolSpec |',
      system: 'text |',
      messages: ['text |', 'text', 'text', 'text', 'text |'],
      features: [],
    });
  });

  it('keeps the rules of the family: no tools for Nova, nothing behind a document for Claude, an hour where there is one', () => {
    expect(places({ tools: plain, prompt, providerOptions: auto }, NOVA_PRO)).toMatchObject({
      tools: 'toolSpec',
      system: 'text |',
    });
    const asked: Prompt = [{ role: 'user', content: [{ type: 'text', text: 'a' }, csv] }];
    expect(places({ prompt: asked, providerOptions: auto }).messages).toEqual(['text | document']);
    const hour = { bedrock: { caching: { ttl: '1h' as const } } };
    expect(places({ prompt: [user('a')], providerOptions: hour }).messages).toEqual(['text |1h']);
    expect(places({ prompt: [user('a')], providerOptions: hour }, NOVA_PRO).messages).toEqual(['text |']);
    expect(places({ prompt: [user('a')], providerOptions: auto }, CLAUDE_3_HAIKU)).toMatchObject({
      messages: ['text'],
      features: [],
    });
  });
});
