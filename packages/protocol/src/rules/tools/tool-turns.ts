// Tool uses stand in messages of the assistant, tool results in messages of the user.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { isServed } from '../tool-blocks.ts';

export const toolTurns: Rule<Conversation> = {
  id: 'tool-turns',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html',
  check(conversation, refuse) {
    const { messages, toolUses, toolResults } = conversation;
    const served = new Set(toolUses.filter(isServed).map(({ block }) => block.toolUseId));
    for (const { path, message } of toolUses) {
      if (messages[message]?.role === 'assistant') continue;
      refuse(
        path,
        `The toolUse block at ${dotted(path)} is allowed in messages with the role assistant only.`,
      );
    }
    for (const { block, path, message } of toolResults) {
      if (messages[message]?.role === 'user' || served.has(block.toolUseId)) continue;
      refuse(path, `The toolResult block at ${dotted(path)} is allowed in messages with the role user only.`);
    }
  },
};
