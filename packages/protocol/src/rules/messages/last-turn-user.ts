// Some models do not continue a message of the assistant.
// https://github.com/langchain-ai/langchain/issues/36597
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { noPrefill } from '../wording.ts';

export const lastTurnUser: Rule<Conversation> = {
  id: 'last-turn-user',
  evidence: 'https://github.com/langchain-ai/langchain/issues/36597',
  check(conversation, refuse) {
    const { capabilities, isClaude, messages, reasoning } = conversation;
    const last = messages.length - 1;
    if (messages[last]?.role !== 'assistant') return;
    const whileReasoning = 'prefill' in capabilities.reasoning && capabilities.reasoning.prefill === false;
    if (capabilities.prefill !== false && !(reasoning === 'on' && whileReasoning)) return;
    refuse(
      `messages[${last}]`,
      isClaude
        ? noPrefill
        : 'The model that you are using requires the last turn in the conversation to be a user message. Add a user message to the conversation and try again.',
    );
  },
};
