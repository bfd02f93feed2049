// Search results are for Claude.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedBlock } from '../wording.ts';

export const searchResultSupported: Rule<Conversation> = {
  id: 'search-result-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SearchResultBlock.html',
  check(conversation, refuse) {
    if (conversation.capabilities.vendor === 'unknown' || conversation.isClaude) return;
    for (const { path, inToolResult } of conversation.searchResults) {
      if (!inToolResult) refuse(path, unsupportedBlock('searchResult'));
    }
  },
};
