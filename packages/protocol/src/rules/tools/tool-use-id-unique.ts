// No two tool uses of a message have the same id.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
// https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-mistral-duplicate-tool-call-ids-error.json
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolUseIdUnique: Rule<Conversation> = {
  id: 'tool-use-id-unique',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html',
  check(conversation, refuse) {
    const seen = new Set<string>();
    for (const { block, path, message } of conversation.toolUses) {
      const key = `${message} ${block.toolUseId}`;
      if (seen.has(key)) {
        // Bedrock names the message after it, the one that answers.
        refuse(
          `${path}.toolUseId`,
          `The toolUse blocks at messages.${message + 1}.content contain duplicate Ids: ${block.toolUseId}`,
        );
      }
      seen.add(key);
    }
  },
};
