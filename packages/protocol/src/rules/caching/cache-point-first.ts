// A cache point has something before it in its own list: a message, the system prompt or the tools.
// https://github.com/vercel/ai/issues/19851
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const cachePointFirst: Rule<Conversation> = {
  id: 'cache-point-first',
  evidence: 'https://github.com/vercel/ai/issues/19851',
  check({ cachePoints }, refuse) {
    for (const { path, index } of cachePoints) {
      if (index > 0) continue;
      refuse(
        path,
        'There is nothing available to cache. Please remove the invalid cache point and try again.',
      );
    }
  },
};
