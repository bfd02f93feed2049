// For Claude no cache point stands right behind a document that is no PDF.
// https://github.com/strands-agents/harness-sdk/issues/1966
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const cachePointAfterDocument: Rule<Conversation> = {
  id: 'cache-point-after-document',
  evidence: 'https://github.com/strands-agents/harness-sdk/issues/1966',
  check(conversation, refuse) {
    if (!conversation.isClaude) return;
    const documents = new Set(
      conversation.documents
        .filter(({ block, inToolResult }) => !inToolResult && block.format && block.format !== 'pdf')
        .map((at) => `${at.message} ${at.index}`),
    );
    for (const { path, message, index } of conversation.cachePoints) {
      if (!documents.has(`${message} ${index - 1}`)) continue;
      refuse(path, fromModel(`messages.${message}.content.${index}.type: Field required`));
    }
  },
};
