// No two tool results of a message answer the same tool use.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolResultIdUnique: Rule<Conversation> = {
  id: 'tool-result-id-unique',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html',
  check(conversation, refuse) {
    const seen = new Set<string>();
    for (const { block, path, message } of conversation.toolResults) {
      const key = `${message} ${block.toolUseId}`;
      if (seen.has(key)) {
        refuse(
          `${path}.toolUseId`,
          `The toolResult blocks at messages.${message}.content contain duplicate Ids: ${block.toolUseId}`,
        );
      }
      seen.add(key);
    }
  },
};
