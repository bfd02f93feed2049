// Reasoning of earlier turns: what goes back to which model, and what is left out.
import { describe, expect, it } from 'vitest';
import { CLAUDE_4_5, map, NOVA_2, NOVA_PRO, PROFILE, user } from '../messages.ts';
import { reasoning, sent, text } from './assistant-message.ts';

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
    for (const [thought, given] of [
      [{ reasoningText: { text: 'why', signature: 's' } }, reasoning('why', { signature: 's' })],
      [{ redactedContent: { base64: 'AAEC' } }, reasoning('', { redactedContent: 'AAEC' })],
    ] as const)
      expect(sent([given, text('b')], PROFILE)).toMatchObject({
        content: [{ reasoningContent: thought }, { text: 'b' }],
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
