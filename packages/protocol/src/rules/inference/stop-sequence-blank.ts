// For Claude a stop sequence has more than white space.
// https://docs.anthropic.com/en/api/messages
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const stopSequenceBlank: Rule<Conversation> = {
  id: 'stop-sequence-blank',
  evidence: 'https://docs.anthropic.com/en/api/messages',
  check(conversation, refuse) {
    if (conversation.capabilities.vendor !== 'anthropic') return;
    conversation.request.inferenceConfig?.stopSequences?.forEach((text, index) => {
      if (text.trim() !== '') return;
      refuse(
        `inferenceConfig.stopSequences[${index}]`,
        fromModel('stop_sequences: each stop sequence must contain non-whitespace'),
      );
    });
  },
};
