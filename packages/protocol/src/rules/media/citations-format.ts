// Only text and PDF are cited.
// https://github.com/boto/boto3/issues/4726
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const citationsFormat: Rule<Conversation> = {
  id: 'citations-format',
  evidence: 'https://github.com/boto/boto3/issues/4726',
  check(conversation, refuse) {
    for (const { block, path } of conversation.documents) {
      if (!block.citations?.enabled || !block.format || block.format === 'pdf' || block.format === 'txt')
        continue;
      refuse(
        `${path}.format`,
        'Unsupported document format. Only txt and pdf formats are supported when citations are enabled.',
      );
    }
  },
};
