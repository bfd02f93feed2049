// The input of a call without members that have no name, which Bedrock does not take back though a model wrote them.
// https://github.com/earendil-works/pi/issues/7782

import { isRecord, itemsOf, without } from '../record.ts';
import { repaired } from '../warnings.ts';
import type { Conversation } from './conversation.ts';

/** @param json the value as text */
export function namedMembers(value: unknown, json: string, conversation: Conversation): unknown {
  // Within a text the quotes would be escaped.
  if (!/[{,]"":/.test(json)) return value;
  repaired(conversation, 'tool calls', 'A member without a name is left out of the input of a call.');
  return named(value);
}

/** One call a level, so that it goes as deep as JSON.stringify. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    for (const item of itemsOf(value)) list.push(named(item));
    return list;
  }
  if (!isRecord(value)) return value;
  const copy: { [key: string]: unknown } = without(value, '');
  for (const key in copy) copy[key] = named(copy[key]);
  return copy;
}
