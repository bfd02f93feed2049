// The input of a call without members that have no name, which Bedrock does not take back though a model wrote them.
// https://github.com/earendil-works/pi/issues/7782

import { isRecord, without } from '../record.ts';
import { repaired } from '../warnings.ts';
import type { Conversation } from './conversation.ts';

/** @param json the value as text */
export function namedMembers(value: unknown, json: string, conversation: Conversation): unknown {
  // Within a text the quotes would be escaped.
  if (!/[{,]"":/.test(json)) return value;
  repaired(conversation, 'tool calls', 'A member without a name is left out of the input of a call.');
  const named = JSON.stringify(value, (_key, item: unknown) => (isRecord(item) ? without(item, '') : item));
  return JSON.parse(named) as unknown;
}
