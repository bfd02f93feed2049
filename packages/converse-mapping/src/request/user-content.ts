// The parts of a user message.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import type { LanguageModelV4Message } from '@ai-sdk/provider';
import type { ContentBlock, SearchResultBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../read-options.ts';
import { changed } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { citationsOf, fileBlock } from './files.ts';
import { guarded } from './guard-content.ts';
import { mayBeClaude } from './model-family.ts';
import { unknownPart } from './unknown-part.ts';
import { wellFormed } from './well-formed.ts';

type UserPart = Extract<LanguageModelV4Message, { role: 'user' }>['content'][number];

export function addUserPart(
  part: UserPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): void {
  const given = userBlock(part, options, place, conversation);
  const block = given && guarded(given, options, place, conversation);
  if (block) {
    conversation.add('user', block, place);
    conversation.spoken.add(block);
  }
  conversation.addCachePoint('user', options.cachePoint, place);
}

function userBlock(
  part: UserPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock | undefined {
  switch (part.type) {
    case 'file':
      return fileBlock(part, options, place, conversation);
    case 'text':
      return textBlock(part.text, options, conversation);
    default:
      throw unknownPart(part, 'content part', place);
  }
}

/**
 * Text, or a search result if it is marked as one, in words for a model that has no such block. Undefined for blank text: the service
 * refuses it, and it says nothing.
 */
export function textBlock(
  given: string,
  options: ReadPartOptions,
  conversation: Conversation,
): { searchResult: SearchResultBlock } | { text: string } | undefined {
  if (given.trim() === '') return undefined;
  const text = wellFormed(given, conversation);
  const { searchResult } = options;
  if (!searchResult) return { text };
  const { source = '', title = '', citations = options.citations } = searchResult;
  // As the API reference of SearchResultBlock says.
  if (!mayBeClaude(conversation)) {
    changed(conversation, 'searchResult', ' takes no search results, so they are sent as text.');
    return { text: `${title} (${source}):\n${text}` };
  }
  const cited = citationsOf({ citations }, conversation);
  return {
    searchResult: { source, title, content: [{ text }], ...(cited && { citations: { enabled: true } }) },
  };
}
