// Some models cache no prompts.
// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const cachePointSupported: Rule<Conversation> = {
  id: 'cache-point-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html',
  check(conversation, refuse) {
    const [first] = conversation.cachePoints;
    // A model that only caches by itself takes no points either.
    const none =
      conversation.capabilities.promptCaching === false || conversation.caching?.places.length === 0;
    if (!none || !first) return;
    refuse(
      first.path,
      'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
      'AccessDeniedException',
    );
  },
};
