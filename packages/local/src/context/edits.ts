/**
 * The edits that a request asks Claude to make of its conversation before it answers, in the order in which they are made.
 *
 * https://platform.claude.com/docs/en/build-with-claude/context-editing
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject, memberAt } from '../json.ts';

/** @param fields - of Claude's own body, or the additional fields of Converse */
export function editsIn(fields: Json | undefined): JsonObject[] {
  const edits = memberAt(fields, ['context_management', 'edits']);
  return isList(edits) ? edits.filter((edit) => isObject(edit)) : [];
}

/** The number in a member such as `{ "type": "input_tokens", "value": 50000 }`. */
export function valueOf(edit: JsonObject, member: string, usual: number): number {
  const value = memberAt(edit, [member, 'value']);
  return typeof value === 'number' ? value : usual;
}
