// Cache points that last an hour come before those that last five minutes.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const cachePointTtlOrder: Rule<Conversation> = {
  id: 'cache-point-ttl-order',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  check(conversation, refuse) {
    let short = false;
    for (const { block, path } of conversation.cachePoints) {
      if (block.ttl !== '1h') short = true;
      else if (short) {
        refuse(
          `${path}.ttl`,
          fromModel(
            `${dotted(path.replace('.cachePoint', ''))}.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: \`tools\`, \`system\`, \`messages\`.`,
          ),
        );
      }
    }
  },
};
