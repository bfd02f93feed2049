// Some models cite no documents.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsConfig.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const citationsSupported: Rule<Conversation> = {
  id: 'citations-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsConfig.html',
  check(conversation, refuse) {
    if (conversation.capabilities.citations !== false) return;
    for (const { block, path } of [...conversation.documents, ...conversation.searchResults]) {
      if (block.citations?.enabled) refuse(`${path}.citations`, unsupportedField('citations'));
    }
  },
};
