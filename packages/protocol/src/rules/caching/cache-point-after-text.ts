// For Nova a cache point in a message stands right behind a text, not behind media or tool blocks.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { extraneousKey } from '../wording.ts';

const refused: readonly string[] = ['image', 'document', 'video', 'toolUse', 'toolResult'];

export const cachePointAfterText: Rule<Conversation> = {
  id: 'cache-point-after-text',
  evidence: 'https://github.com/earendil-works/pi/issues/2053',
  check({ capabilities, cachePoints, messages }, refuse) {
    if (capabilities.vendor !== 'amazon') return;
    for (const { path, message, index } of cachePoints) {
      const before = messages[message]?.content[index - 1];
      if (!before || !refused.includes(memberOf(before)[0])) continue;
      refuse(path, extraneousKey(`#/messages/${message}/content/${index - 1}`, 'cachePoint'));
    }
  },
};
