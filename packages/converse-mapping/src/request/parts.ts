// The parts of a message or of a tool's result, each with its options and its place in the caller's prompt.

import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import { type ReadPartOptions, readPartOptions } from '../options.ts';
import type { Conversation } from './conversation.ts';

export function eachPart<Part extends { readonly providerOptions?: SharedV4ProviderOptions }>(
  parts: readonly Part[],
  path: string,
  conversation: Conversation,
  visit: (part: Part, options: ReadPartOptions, place: string, conversation: Conversation) => void,
): void {
  parts.forEach((part, index) => {
    const place = `${path}[${index}]`;
    const options = readPartOptions(part.providerOptions, place, conversation.warnings);
    visit(part, options, place, conversation);
  });
}
