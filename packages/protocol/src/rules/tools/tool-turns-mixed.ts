// For Llama, Pixtral, Mistral Large and Palmyra a turn holds either tool blocks or what is said, not both. Messages of one role in a row
// are one turn.
// https://github.com/langchain-ai/langchain-aws/pull/1118
// https://github.com/strands-agents/harness-sdk/issues/1223
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const toolTurnsMixed: Rule<Conversation> = {
  id: 'tool-turns-mixed',
  evidence: 'https://github.com/langchain-ai/langchain-aws/pull/1118',
  check({ messages, toolUse }, refuse) {
    if (toolUse?.mixedTurns !== false) return;
    let first = 0;
    messages.forEach(({ role }, index) => {
      if (role !== messages[first]?.role) first = index;
      if (role === messages[index + 1]?.role) return;
      const content = messages.slice(first, index + 1).flatMap((message) => message.content);
      const tools = content.filter((block) => 'toolUse' in block || 'toolResult' in block).length;
      if (tools === 0 || tools === content.length) return;
      const kind = role === 'assistant' ? 'use' : 'result';
      refuse(
        `messages[${first}].content`,
        `messages.${first}.content: Conversation blocks and tool ${kind} blocks cannot be provided in the same turn.`,
      );
    });
  },
};
