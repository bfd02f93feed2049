// Some models cache no tools, or no system prompt.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { extraneousKey } from '../wording.ts';

export const cachePointPlace: Rule<Conversation> = {
  id: 'cache-point-place',
  evidence: 'https://github.com/NousResearch/hermes-agent/issues/97281',
  check({ caching, cachePoints }, refuse) {
    if (!caching || caching.places.length === 0) return;
    for (const { path, message, index } of cachePoints) {
      const place = message >= 0 ? 'messages' : path.startsWith('system') ? 'system' : 'tools';
      if (caching.places.includes(place)) continue;
      const list = { messages: `messages/${message}/content`, system: 'system', tools: 'toolConfig/tools' }[
        place
      ];
      // The point is folded into what stands before it, so that is where the model finds it.
      refuse(path, extraneousKey(`#/${list}/${Math.max(index - 1, 0)}`, 'cachePoint'));
    }
  },
};
