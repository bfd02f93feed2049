// The documents of a request in the order in which citations count them. It is the order of the request, not of the caller's prompt: results
// were moved to the front of their message, and a second result of a call is not there at all.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentPageLocation.html

import type { ContentBlock, ConverseStreamRequest, ToolResultContentBlock } from '@bedrock-kit/protocol';
import type { CitedDocument } from '../context.ts';
import type { Conversation } from './conversation.ts';

export function citedDocuments(
  { messages = [] }: ConverseStreamRequest,
  { documents }: Conversation,
): CitedDocument[] {
  if (documents.size === 0) return [];
  const blocks = messages.flatMap(({ content }) =>
    content.flatMap((block): (ContentBlock | ToolResultContentBlock)[] =>
      'toolResult' in block ? block.toolResult.content : [block],
    ),
  );
  return blocks.flatMap((block) => ('document' in block && documents.get(block.document.name)) || []);
}
