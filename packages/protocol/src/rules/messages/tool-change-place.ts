// Tools are added and removed in messages with the role system, and only tools that toolConfig declares.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolAdditionBlock.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { toolNames } from '../tool-blocks.ts';

export const toolChangePlace: Rule<Conversation> = {
  id: 'tool-change-place',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolAdditionBlock.html',
  check(conversation, refuse) {
    const declared = new Set(toolNames(conversation));
    conversation.messages.forEach(({ role, content }, message) => {
      content.forEach((union, index) => {
        const [kind, block] = memberOf(union);
        if (kind !== 'toolAddition' && kind !== 'toolRemoval') return;
        const path = `messages[${message}].content[${index}].${kind}`;
        if (role !== 'system') {
          refuse(
            path,
            `A ${kind} block is allowed in messages with the role system only. Found at ${dotted(path)}.`,
          );
        } else if (block.tool.name && !block.tool.serverName && !declared.has(block.tool.name)) {
          refuse(`${path}.tool.name`, `The tool at ${dotted(path)} is not declared in toolConfig.tools.`);
        }
      });
    });
  },
};
