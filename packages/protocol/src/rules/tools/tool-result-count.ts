// A tool result answers a tool use of the message before.
// https://github.com/strands-agents/harness-sdk/issues/1435
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { idsByMessage, isServed } from '../tool-blocks.ts';

export const toolResultCount: Rule<Conversation> = {
  id: 'tool-result-count',
  evidence: 'https://github.com/strands-agents/harness-sdk/issues/1435',
  check(conversation, refuse) {
    const asked = idsByMessage(conversation.toolUses.filter((use) => !isServed(use)));
    const answered = idsByMessage(conversation.toolResults);
    for (const [message, ids] of answered) {
      if (conversation.messages[message]?.role !== 'user') continue;
      const before = asked.get(message - 1) ?? new Set();
      if ([...ids].every((id) => before.has(id))) continue;
      refuse(
        `messages[${message}].content`,
        `The number of toolResult blocks at messages.${message}.content exceeds the number of toolUse blocks of previous turn.`,
      );
    }
  },
};
