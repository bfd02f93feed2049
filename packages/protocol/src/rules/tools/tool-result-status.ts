// Some models, such as Palmyra, take no status of a tool result.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const toolResultStatus: Rule<Conversation> = {
  id: 'tool-result-status',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html',
  check(conversation, refuse) {
    const { toolUse } = conversation.capabilities;
    if (typeof toolUse !== 'object' || toolUse.errorStatus !== false) return;
    for (const { block, path } of conversation.toolResults) {
      if (block.status) refuse(`${path}.status`, unsupportedField('status'));
    }
  },
};
