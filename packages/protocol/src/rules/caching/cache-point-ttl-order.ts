// Cache points that last an hour come before those that last five minutes.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const cachePointTtlOrder: Rule<Conversation> = {
  id: 'cache-point-ttl-order',
  evidence: 'https://github.com/strands-agents/harness-sdk/pull/3571',
  check(conversation, refuse) {
    let short = false;
    /** Points so far, by the list that holds them. */
    const points = new Map<string, number>();
    for (const { block, path, index } of conversation.cachePoints) {
      const list = path.slice(0, path.lastIndexOf('['));
      const before = points.get(list) ?? 0;
      points.set(list, before + 1);
      if ((block.ttl ?? '5m') === '5m') short = true;
      else if (block.ttl === '1h' && short) {
        // Claude has no cache points: it sees a mark on the block in front, in its own lists.
        const marked = `${dotted(list.replace('toolConfig.', ''))}.${index - before - 1}`;
        refuse(
          `${path}.ttl`,
          fromModel(
            `${marked}.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: \`tools\`, \`system\`, \`messages\`.`,
          ),
        );
      }
    }
  },
};
