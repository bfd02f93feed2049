// How many cache points one request has.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const cachePointCount: Rule<Conversation> = {
  id: 'cache-point-count',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  check(conversation, refuse) {
    const { caching, cachePoints } = conversation;
    if (!caching || caching.maxPoints === 'unknown') return;
    const extra = cachePoints[caching.maxPoints];
    if (!extra) return;
    refuse(
      extra.path,
      fromModel(
        `A maximum of ${caching.maxPoints} blocks with cache_control may be provided. Found ${cachePoints.length}.`,
      ),
    );
  },
};
