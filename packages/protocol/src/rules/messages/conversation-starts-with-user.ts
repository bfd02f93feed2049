// The first message is the user's, but for the models that let the assistant begin.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const conversationStartsWithUser: Rule<Conversation> = {
  id: 'conversation-starts-with-user',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check(conversation, refuse) {
    if (conversation.model?.kind === 'prompt') return;
    const first = conversation.messages.find(({ role }) => role !== 'system');
    if (first?.role === 'user' || (first && conversation.capabilities.assistantFirst === true)) return;
    // Tokens may be counted of a system prompt alone.
    if (!first && conversation.operation === 'CountTokens') return;
    refuse(
      'messages',
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
  },
};
