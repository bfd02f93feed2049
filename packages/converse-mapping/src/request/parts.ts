// The parts of a message or of a tool's result, each with its options and its place in the caller's prompt.

import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import { type ReadPartOptions, readPartOptions } from '../read-options.ts';
import { memberOf, recordOf } from '../record.ts';
import type { Conversation } from './conversation.ts';

/** Members that are texts, without which a part of the type says nothing. */
const TEXTS: { readonly [type: string]: readonly string[] } = {
  text: ['text'],
  reasoning: ['text'],
  file: ['mediaType'],
  'tool-call': ['toolCallId', 'toolName'],
  'tool-result': ['toolCallId'],
};

/** @param rankOf by which the parts are visited; without it in the order in which they stand. */
export function eachPart<
  Part extends { readonly type: string; readonly providerOptions?: SharedV4ProviderOptions },
>(
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
    // A condition may leave a hole: `[isLong ? part : undefined]`.
    present(part, place);
    try {
      for (const name of memberOf(TEXTS, part.type) ?? []) textAt(`${place}.${name}`, recordOf(part)[name]);
      visit(part, readPartOptions(part, place, conversation), place, conversation);
    } catch (error) {
      // A RangeError is of a value that is nested too deeply to be written as JSON.
      const isOfShape =
        error instanceof TypeError || error instanceof URIError || error instanceof RangeError;
      if (!isOfShape || error.message.startsWith(place)) throw error;
      throw new TypeError(`${place}: ${error.message}`, { cause: error });
    }
  }
}

/** What JavaScript left out is told by its place. */
export function present<Value>(value: Value, place: string): Value {
  if (value === undefined || value === null) throw new TypeError(`${place} is missing.`);
  return value;
}

/** What JavaScript may have written in place of a text is told by its place. */
export function textAt(place: string, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${place} must be a text.`);
  return value;
}
