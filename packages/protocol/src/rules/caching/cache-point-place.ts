// Some models cache no tools, or no system prompt.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const cachePointPlace: Rule<Conversation> = {
  id: 'cache-point-place',
  evidence: 'https://github.com/strands-agents/harness-sdk/issues/449',
  check(conversation, refuse) {
    const caching = conversation.capabilities.promptCaching;
    if (typeof caching !== 'object' || caching.places.length === 0) return;
    for (const { path, message, index } of conversation.cachePoints) {
      const place = message >= 0 ? 'messages' : path.startsWith('system') ? 'system' : 'tools';
      if (caching.places.includes(place)) continue;
      const pointer =
        place === 'tools' ? `#/toolConfig/tools/${index}` : `#/${dotted(path).replaceAll('.', '/')}`;
      refuse(
        path,
        `Malformed input request: ${pointer}: extraneous key [cachePoint] is not permitted, please reformat your input and try again.`,
      );
    }
  },
};
