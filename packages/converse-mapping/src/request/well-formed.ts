// Text that UTF-8 can hold: a cut through an emoji leaves half a character, and a history with one is refused in every later turn.
// https://github.com/latitude-dev/latitude-llm/pull/3310 ("unexpected end of hex escape")

import { repaired } from '../warnings.ts';
import type { Conversation } from './conversation.ts';

/** The text, with U+FFFD for half of a surrogate pair. */
export function wellFormed(text: string, conversation: Conversation): string {
  // ES2024, which Firefox has from version 119 on; the pattern takes four times as long.
  const whole =
    (text as string & { toWellFormed?(): string }).toWellFormed?.() ??
    text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  if (whole !== text) {
    repaired(conversation, 'text', 'Half a character, where a text was cut, was replaced by U+FFFD.');
  }
  return whole;
}

/**
 * The same for every text in a JSON value, names of members included.
 *
 * @param json the value as text
 */
export function wellFormedJson(value: unknown, json: string, conversation: Conversation): unknown {
  // Only half of a pair is escaped like this by JSON.stringify.
  if (!json.includes('\\ud')) return value;
  // Any half becomes the same.
  const whole = JSON.stringify(value).replace(/\\(?:ud...|.)/g, (escape) =>
    escape.length > 2 ? wellFormed('\ud800', conversation) : escape,
  );
  return JSON.parse(whole) as unknown;
}
