// No two documents of a request have the same name.
// https://github.com/anomalyco/opencode/pull/48756
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const documentNameUnique: Rule<Conversation> = {
  id: 'document-name-unique',
  evidence: 'https://github.com/anomalyco/opencode/pull/48756',
  check(conversation, refuse) {
    const seen = new Set<string>();
    for (const { block, path } of conversation.documents) {
      if (seen.has(block.name)) {
        refuse(
          `${path}.name`,
          "Messages can't contain duplicate document names. Rename the document and retry your request.",
        );
      }
      seen.add(block.name);
    }
  },
};
