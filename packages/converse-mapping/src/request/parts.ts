// The parts of a message or of a tool's result, each with its options and its place in the caller's prompt.

import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import { type ReadPartOptions, readPartOptions } from '../options.ts';
import type { Conversation } from './conversation.ts';

/** @param rankOf by which the parts are visited; without it in the order in which they stand. */
export function eachPart<Part extends { readonly providerOptions?: SharedV4ProviderOptions }>(
  parts: readonly Part[],
  path: string,
  conversation: Conversation,
  visit: (part: Part, options: ReadPartOptions, place: string, conversation: Conversation) => void,
  rankOf?: (part: Part) => number,
): void {
  const given: unknown = parts; // JavaScript may write a text
  if (!Array.isArray(given)) throw new TypeError(`${path} must be a list of parts.`);
  const entries = [...parts.entries()];
  if (rankOf) entries.sort(([, a], [, b]) => rankOf(a) - rankOf(b));
  for (const [index, part] of entries) {
    const place = `${path}[${index}]`;
    const options = readPartOptions(part, place, conversation);
    visit(part, options, place, conversation);
  }
}
