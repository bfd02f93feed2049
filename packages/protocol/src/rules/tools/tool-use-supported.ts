// Some models use no tools.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolUseSupported: Rule<Conversation> = {
  id: 'tool-use-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check(conversation, refuse) {
    if (conversation.capabilities.toolUse !== false || !conversation.request.toolConfig) return;
    refuse('toolConfig', "This model doesn't support tool use.");
  },
};
