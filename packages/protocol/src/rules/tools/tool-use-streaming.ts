// Some models use tools only when they do not stream.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolUseStreaming: Rule<Conversation> = {
  id: 'tool-use-streaming',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check(conversation, refuse) {
    const { toolUse, operation, request } = conversation;
    if (operation !== 'ConverseStream' || !request.toolConfig || toolUse?.streaming !== false) return;
    refuse('toolConfig', "This model doesn't support tool use in streaming mode.");
  },
};
