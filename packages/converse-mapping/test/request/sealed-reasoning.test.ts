// https://github.com/NousResearch/hermes-agent/issues/115865
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { refusesSealedReasoning } from '../../src/index.ts';
import { CLAUDE_4_5, PROFILE, user } from '../messages.ts';
import { toUncheckedConverseRequest } from '../witness.ts';

const sealed = { bedrock: { redactedContent: 'AAEC' } };
const prompt: LanguageModelV4Prompt = [
  user('hi'),
  { role: 'assistant', content: [{ type: 'reasoning', text: '', providerOptions: sealed }] },
  user('on'),
  {
    role: 'assistant',
    content: [
      { type: 'reasoning', text: 'a', providerOptions: { bedrock: { signature: 's' } } },
      { type: 'reasoning', text: '', providerOptions: sealed },
      { type: 'text', text: 'b' },
    ],
  },
  user('and on'),
];

describe('reasoning that only its model can read', () => {
  it.each([
    [CLAUDE_4_5, 'Claude Sonnet 4.5'],
    [PROFILE, PROFILE],
  ])('is left out where it is not wanted, and all else stays: %s', (modelId, name) => {
    const { request, warnings } = toUncheckedConverseRequest(
      { prompt },
      { modelId },
      { sealedReasoning: false },
    );
    expect(request.messages).toEqual([
      { role: 'user', content: [{ text: 'hi' }, { text: 'on' }] },
      {
        role: 'assistant',
        content: [{ reasoningContent: { reasoningText: { text: 'a', signature: 's' } } }, { text: 'b' }],
      },
      { role: 'user', content: [{ text: 'and on' }] },
    ]);
    expect(warnings).toEqual([
      {
        type: 'other',
        message: `Reasoning sealed in another Region is left out (first at prompt[1].content[0]): ${name} takes back only its own.`,
      },
    ]);
  });

  it.each([
    ['Encrypted content cannot be used in a different region from the one that created it.', true],
    ['encrypted reasoning was created for a different model', true],
    ['The model identifier is invalid.', false],
  ])('is what Bedrock refuses by these words: %s', (said, refused) => {
    expect(refusesSealedReasoning(said)).toBe(refused);
  });
});
