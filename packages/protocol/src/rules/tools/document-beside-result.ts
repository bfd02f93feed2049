// For Claude no document but a PDF stands in one message with tool results: the model then misses them.
// https://github.com/pydantic/pydantic-ai/issues/6081
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { idsByMessage } from '../tool-blocks.ts';
import { unansweredUses } from '../wording.ts';

export const documentBesideResult: Rule<Conversation> = {
  id: 'document-beside-result',
  evidence: 'https://github.com/pydantic/pydantic-ai/issues/6081',
  check({ toolUse, documents, toolResults }, refuse) {
    const taken = toolUse?.mixedTurns;
    if (typeof taken !== 'object') return;
    const results = idsByMessage(toolResults);
    for (const { block, path, message, inToolResult } of documents) {
      const ids = results.get(message);
      if (!ids || inToolResult || taken.some((format) => format === block.format)) continue;
      refuse(path, unansweredUses(message, ids));
    }
  },
};
