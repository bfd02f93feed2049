// The parts of a user message.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import type { LanguageModelV4Message } from '@ai-sdk/provider';
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ContentBlock, SearchResultBlock } from '@bedrock-kit/protocol';
import { type ReadPartOptions, readPartOptions } from '../options.ts';
import { isRecord, stringOf } from '../record.ts';
import type { Conversation } from './conversation.ts';
import { citationsOf, fileBlock } from './files.ts';
import { guarded } from './guard-content.ts';
import { unknownPart } from './unknown-part.ts';

type UserMessage = Extract<LanguageModelV4Message, { role: 'user' }>;

export function addUserMessage(message: UserMessage, path: string, conversation: Conversation): void {
  message.content.forEach((part, index) => {
    const place = `${path}.content[${index}]`;
    const options = readPartOptions(part.providerOptions, place, conversation.warnings);
    const block = userBlock(part, options, place, conversation);
    if (block !== undefined) conversation.add('user', block, place);
    conversation.addCachePoint('user', options.cachePoint, place);
  });
}

function userBlock(
  part: UserMessage['content'][number],
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock | undefined {
  switch (part.type) {
    case 'file': {
      const block = fileBlock(part, options, place, conversation);
      return block && guarded(block, options, place, conversation.warnings);
    }
    case 'text':
      // The service refuses blank text, and it says nothing.
      if (part.text.trim() === '') return undefined;
      return (
        searchResultOf(part.text, options, conversation) ??
        guarded({ text: part.text }, options, place, conversation.warnings)
      );
    default:
      throw unknownPart(part, 'content part', place);
  }
}

/** Claude alone, as the API reference of SearchResultBlock says; an ARN may hide one. */
export function takesSearchResults({ vendor }: ModelCapabilities): boolean {
  return vendor === 'anthropic' || vendor === 'unknown';
}

/** A text part that is marked as what a search found; told in words to a model that has no such block. */
export function searchResultOf(
  text: string,
  options: ReadPartOptions,
  conversation: Conversation,
): { searchResult: SearchResultBlock } | { text: string } | undefined {
  const marked = options['searchResult'];
  if (!isRecord(marked)) return undefined;
  const { capabilities } = conversation;
  if (!takesSearchResults(capabilities)) {
    conversation.warnings.compatibility(
      'searchResult',
      `${capabilities.name} takes no search results, so they are sent as text.`,
    );
    return { text: `${stringOf(marked['title']) ?? ''} (${stringOf(marked['source']) ?? ''}):\n${text}` };
  }
  const cited = citationsOf(isRecord(marked['citations']) ? marked : options, conversation);
  return {
    searchResult: {
      source: stringOf(marked['source']) ?? '',
      title: stringOf(marked['title']) ?? '',
      content: [{ text }],
      ...(cited && { citations: { enabled: true } }),
    },
  };
}
