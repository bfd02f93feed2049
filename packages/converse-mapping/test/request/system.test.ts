import { describe, expect, it } from 'vitest';
import { bedrock, map, user } from '../messages.ts';

const system = (content: string, options?: object) => ({
  role: 'system' as const,
  content,
  ...(options && { providerOptions: bedrock(options) }),
});

describe('system messages', () => {
  it('several, each with its cache point', () => {
    const prompt = [
      system('a', { cachePoint: { type: 'default' } }),
      system('b', { cachePoint: { ttl: '5m' } }),
      user('x'),
    ];
    expect(map({ prompt }).request.system).toEqual([
      { text: 'a' },
      { cachePoint: { type: 'default' } },
      { text: 'b' },
      { cachePoint: { type: 'default', ttl: '5m' } },
    ]);
  });

  it.each([[[{ type: 'text', text: 'a' }]], [undefined]])(
    'one that is no text is told by its place: %j',
    (content) => {
      // The cast: JavaScript may write parts, as for the other roles.
      expect(() => map({ prompt: [user('x'), system(content as unknown as string)] })).toThrow(
        'prompt[1].content must be a text.',
      );
    },
  );

  it('blank ones are left out, and with them a point that would mark nothing', () => {
    expect(map({ prompt: [system('  ', { cachePoint: true }), user('x')] }).request).not.toHaveProperty(
      'system',
    );
  });

  it('inside the conversation they move to the front, with a warning', () => {
    const { request, warnings } = map({ prompt: [user('a'), system('be brief'), user('b')] });
    expect(request).toMatchObject({
      system: [{ text: 'be brief' }],
      messages: [{ content: [{ text: 'a' }, { text: 'b' }] }],
    });
    expect(warnings).toEqual([
      {
        type: 'compatibility',
        feature: 'system message inside the conversation',
        details: 'prompt[1] is sent in the one system prompt, in front of all messages.',
      },
    ]);
  });

  it('open the first message of a model without a system prompt', () => {
    const { request, warnings } = map(
      { prompt: [system('be brief'), user('a')] },
      'mistral.mistral-7b-instruct-v0:2',
    );
    expect(request.system).toBeUndefined();
    expect(request.messages).toEqual([{ role: 'user', content: [{ text: 'be brief' }, { text: 'a' }] }]);
    expect(warnings).toEqual([expect.objectContaining({ type: 'compatibility', feature: 'system' })]);
  });

  it('open it without their cache points where the model takes none, with a warning', () => {
    const cached = { ...system('be brief'), providerOptions: { bedrock: { cachePoint: true } } };
    const { request, warnings } = map({ prompt: [cached, user('a')] }, 'mistral.mistral-7b-instruct-v0:2');
    expect(request.messages).toEqual([{ role: 'user', content: [{ text: 'be brief' }, { text: 'a' }] }]);
    expect(warnings.at(-1)).toEqual({
      type: 'unsupported',
      feature: 'cachePoint',
      details: 'Mistral 7B Instruct takes no cache points.',
    });
  });
});
