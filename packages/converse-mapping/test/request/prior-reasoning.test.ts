// https://github.com/NousResearch/hermes-agent/issues/115865
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-thinking-block-binding.html
import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { refusesPriorReasoning } from '../../src/index.ts';
import { PROFILE, user } from '../messages.ts';
import { toUncheckedConverseRequest } from '../witness.ts';

const redacted = { bedrock: { redactedContent: 'AAEC' } };
const prompt: LanguageModelV4Prompt = [
  user('hi'),
  { role: 'assistant', content: [{ type: 'reasoning', text: '', providerOptions: redacted }] },
  user('on'),
  {
    role: 'assistant',
    content: [
      { type: 'reasoning', text: 'a', providerOptions: { bedrock: { signature: 's' } } },
      { type: 'reasoning', text: '' },
      { type: 'text', text: 'b' },
    ],
  },
  user('and on'),
];

describe('the reasoning of earlier turns', () => {
  it.each(['us.anthropic.claude-fable-5-1', 'global.openai.gpt-6-sol', PROFILE])(
    'is left out where it is not wanted, and all else stays: %s',
    (modelId) => {
      const { request, warnings } = toUncheckedConverseRequest(
        { prompt },
        { modelId },
        { priorReasoning: false },
      );
      expect(request.messages).toEqual([
        { role: 'user', content: [{ text: 'hi' }, { text: 'on' }] },
        { role: 'assistant', content: [{ text: 'b' }] },
        { role: 'user', content: [{ text: 'and on' }] },
      ]);
      expect(warnings).toEqual([
        {
          type: 'other',
          message:
            'Reasoning is left out (first at prompt[1].content[0]), since Bedrock refused to take it back.',
        },
      ]);
    },
  );

  it.each([
    ['Encrypted content cannot be used in a different region from the one that created it.', true],
    ['encrypted reasoning was created for a different model', true],
    ['encrypted reasoning was created for a different account or model', true],
    [
      'messages.1.content.0: Invalid `signature` in `thinking` block. The block is bound to a different conversation.',
      true,
    ],
    // That of another model, where nothing said so: https://github.com/vybestack/llxprt-code/issues/2335
    ['messages.1.content.0: Invalid `signature` in `thinking` block', true],
    ['messages.3.content.0: Invalid `data` in `redacted_thinking` block', true],
    // In the turn of a tool: https://github.com/anthropics/claude-code/issues/63229
    [
      'messages.1.content.0: `thinking` or `redacted_thinking` blocks in the latest assistant message cannot be modified. These blocks must remain as they were in the original response.',
      true,
    ],
    ['messages.1.content.0.thinking.signature: Field required', false],
    [
      'messages.1.content.0.type: Expected `thinking` or `redacted_thinking`, but found `text`. When `thinking` is enabled, a final `assistant` message must start with a thinking block',
      false,
    ],
    ['InvalidSignatureException: The request signature we calculated does not match', false],
  ])('is what Bedrock refuses by these words: %s', (said, refused) => {
    expect(refusesPriorReasoning(said)).toBe(refused);
  });
});
