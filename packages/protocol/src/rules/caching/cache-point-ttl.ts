// Some models keep a cached prompt for five minutes only.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
// https://github.com/maximhq/bifrost/pull/4527
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

/** What Nova says. */
const forClaudeAlone = 'Extended TTL prompt caching is only supported for Anthropic models';

export const cachePointTtl: Rule<Conversation> = {
  id: 'cache-point-ttl',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  check(conversation, refuse) {
    const { caching, isClaude } = conversation;
    if (!caching) return;
    for (const { block, path } of conversation.cachePoints) {
      if (block.ttl && !caching.ttls.includes(block.ttl))
        refuse(`${path}.ttl`, isClaude ? unsupportedField('cachePoint.ttl') : forClaudeAlone);
    }
  },
};
