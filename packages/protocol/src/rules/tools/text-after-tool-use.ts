// For Claude nothing but thinking stands behind the tool uses of a message: it looks for their results there, or takes a last text for
// the beginning of its answer.
// https://github.com/BerriAI/litellm/issues/24361
// https://github.com/NousResearch/hermes-agent/issues/108200
import type { ContentBlock } from '../../types/message.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { noPrefill, unansweredUses } from '../wording.ts';

export const textAfterToolUse: Rule<Conversation> = {
  id: 'text-after-tool-use',
  evidence: 'https://github.com/BerriAI/litellm/issues/24361',
  check({ messages, toolUse, capabilities: { prefill } }, refuse) {
    if (toolUse?.textAfterUse !== false) return;
    messages.forEach(({ role, content }, message) => {
      const ids = role === 'assistant' ? overtaken(content) : [];
      if (ids.length === 0) return;
      const last = content.filter((block) => !('cachePoint' in block)).at(-1) ?? {};
      refuse(
        `messages[${message}].content`,
        prefill === false && !('toolUse' in last) ? noPrefill : unansweredUses(message, ids),
      );
    });
  },
};

/** The ids of the tool uses in front of the first block that stands behind some. Thinking starts anew. */
function overtaken(content: readonly ContentBlock[]): string[] {
  let ids: string[] = [];
  for (const block of content) {
    if ('reasoningContent' in block) ids = [];
    // What Bedrock ran itself has its result beside it.
    else if ('toolUse' in block && block.toolUse.type !== 'server_tool_use')
      ids.push(block.toolUse.toolUseId);
    else if (ids.length > 0 && !('cachePoint' in block)) return ids;
  }
  return [];
}
