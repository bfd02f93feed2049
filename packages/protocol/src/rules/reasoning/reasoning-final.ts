// Claude continues no message that holds its thinking. From 4.7 on it takes a message of nothing but thinking for one that it should
// continue, wherever it stands.
// https://github.com/tailcallhq/forgecode/issues/1853
// https://github.com/NousResearch/hermes-agent/issues/105780
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel, noPrefill } from '../wording.ts';

export const reasoningFinal: Rule<Conversation> = {
  id: 'reasoning-final',
  evidence: 'https://github.com/tailcallhq/forgecode/issues/1853',
  check({ capabilities: { prefill }, isClaude, toolUse, messages, reasoning }, refuse) {
    if (!isClaude) return;
    // Not for 4.6, of which one is known to take such a message: the models are those that take no text behind tool uses either.
    const everywhere = prefill === false && toolUse?.textAfterUse === false;
    messages.forEach(({ role, content }, message) => {
      const thoughts = content.filter((block) => 'reasoningContent' in block);
      const [first] = thoughts;
      if (role !== 'assistant' || !first) return;
      if (message < messages.length - 1) {
        const points = content.filter((block) => 'cachePoint' in block);
        if (everywhere && thoughts.length + points.length === content.length)
          refuse(`messages[${message}].content`, noPrefill);
      } else if (prefill !== false && reasoning !== 'on') {
        const index = content.indexOf(first);
        refuse(
          `messages[${message}].content[${index}].reasoningContent`,
          fromModel(
            `messages.${message}.content.${index}: When thinking is disabled, an \`assistant\` message in the final position cannot contain \`thinking\`. To use thinking blocks, enable \`thinking\` in your request.`,
          ),
        );
      }
    });
  },
};
