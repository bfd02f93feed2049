// Every tool use is answered in the message after it.
// https://github.com/vercel/ai/pull/7600
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { idsByMessage, isServed } from '../tool-blocks.ts';

export const toolResultMissing: Rule<Conversation> = {
  id: 'tool-result-missing',
  evidence: 'https://github.com/vercel/ai/pull/7600',
  check(conversation, refuse) {
    const answered = idsByMessage(conversation.toolResults);
    for (const [message, ids] of idsByMessage(conversation.toolUses.filter((use) => !isServed(use)))) {
      if (conversation.messages[message]?.role !== 'assistant') continue;
      const after = answered.get(message + 1) ?? new Set();
      const missing = [...ids].filter((id) => !after.has(id));
      if (missing.length === 0) continue;
      refuse(
        `messages[${message + 1}].content`,
        `Expected toolResult blocks at messages.${message + 1}.content for the following Ids: ${missing.join(', ')}`,
      );
    }
  },
};
