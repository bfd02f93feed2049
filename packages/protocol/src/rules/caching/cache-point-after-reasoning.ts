// No cache point stands right behind a reasoning block.
// https://github.com/anomalyco/opencode/issues/36517
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const cachePointAfterReasoning: Rule<Conversation> = {
  id: 'cache-point-after-reasoning',
  evidence: 'https://github.com/anomalyco/opencode/issues/36517',
  check({ cachePoints, reasoningBlocks }, refuse) {
    const reasoning = new Set(reasoningBlocks.map(({ message, index }) => `${message} ${index}`));
    for (const { path, message, index } of cachePoints) {
      if (!reasoning.has(`${message} ${index - 1}`)) continue;
      refuse(
        path,
        'Cache point cannot be inserted after reasoning block. Please remove the invalid cache point and try again.',
      );
    }
  },
};
