// Some models keep a cached prompt for five minutes only.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const cachePointTtl: Rule<Conversation> = {
  id: 'cache-point-ttl',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  check(conversation, refuse) {
    const caching = conversation.capabilities.promptCaching;
    if (typeof caching !== 'object') return;
    for (const { block, path } of conversation.cachePoints) {
      if (block.ttl && !caching.ttls.includes(block.ttl))
        refuse(`${path}.ttl`, unsupportedField('cachePoint.ttl'));
    }
  },
};
