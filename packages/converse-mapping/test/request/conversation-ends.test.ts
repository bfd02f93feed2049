// How a conversation begins and ends: with a user for most models, and with no message that says nothing.
import { describe, expect, it } from 'vitest';
import { assistant, CLAUDE_4_5, map, NOVA_PRO, user } from '../messages.ts';

describe('a conversation', () => {
  it('is left as it is where the model lets the assistant begin', () => {
    const { request, warnings } = map({ prompt: [assistant('Hello.'), user('hi')] }, CLAUDE_4_5);
    expect(request.messages).toEqual([
      { role: 'assistant', content: [{ text: 'Hello.' }] },
      { role: 'user', content: [{ text: 'hi' }] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('that the assistant begins gets a user message in front, with a warning', () => {
    const { request, warnings } = map({ prompt: [assistant('Hello.'), user('hi')] }, NOVA_PRO);
    expect(request.messages).toEqual([
      { role: 'user', content: [{ text: 'Continue.' }] },
      { role: 'assistant', content: [{ text: 'Hello.' }] },
      { role: 'user', content: [{ text: 'hi' }] },
    ]);
    expect(warnings).toEqual([expect.objectContaining({ type: 'compatibility', feature: 'first message' })]);
  });

  it('keeps no message that is nothing but a cache point', () => {
    const providerOptions = { bedrock: { cachePoint: true } };
    const { request } = map({
      prompt: [
        user('a'),
        { role: 'assistant', content: [{ type: 'text', text: '', providerOptions }], providerOptions },
        user('b'),
      ],
    });
    expect(request.messages).toEqual([{ role: 'user', content: [{ text: 'a' }, { text: 'b' }] }]);
  });
});

describe('a last message of the user', () => {
  it('that says nothing is not taken for a wish that the assistant goes on with what it said', () => {
    for (const message of [{ role: 'user' as const, content: [] }, user(' ')]) {
      const prompt = [user('a'), assistant('Hello. '), message];
      for (const prefill of ['user-turn', 'error', 'pass']) {
        const { request, warnings } = map({ prompt, providerOptions: { bedrock: { prefill } } });
        expect(request.messages).toEqual([
          { role: 'user', content: [{ text: 'a' }] },
          { role: 'assistant', content: [{ text: 'Hello. ' }] },
          { role: 'user', content: [{ text: 'Continue.' }] },
        ]);
        expect(warnings).toEqual([
          {
            type: 'compatibility',
            feature: 'last message',
            details: 'The last message is empty, so a short user message replaces it.',
          },
        ]);
      }
    }
  });

  it('and is followed by system text says as little', () => {
    const system = { role: 'system' as const, content: 'Be brief.' };
    const { request } = map({ prompt: [user('a'), assistant('Hello.'), user(' '), system] });
    expect(request.messages?.at(-1)).toEqual({ role: 'user', content: [{ text: 'Continue.' }] });
    const begun = map({ prompt: [user('a'), assistant('Hello.'), system] });
    expect(begun.request.messages?.at(-1)).toEqual({ role: 'assistant', content: [{ text: 'Hello.' }] });
  });
});
