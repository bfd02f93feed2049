// Some models, such as Palmyra, take no status of a tool result, and a failure has to say something.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html
// https://github.com/aws-samples/sample-multi-agent-orchestration-chat-on-agentcore/issues/15
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const toolResultStatus: Rule<Conversation> = {
  id: 'tool-result-status',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html',
  check(conversation, refuse) {
    for (const { block, path } of conversation.toolResults) {
      if (block.status && conversation.toolUse?.errorStatus === false) {
        refuse(`${path}.status`, unsupportedField('status'));
      } else if (block.status === 'error' && block.content.length === 0) {
        refuse(
          `${path}.content`,
          `The content field at ${dotted(path)} cannot be empty when status value is error.`,
        );
      }
    }
  },
};
