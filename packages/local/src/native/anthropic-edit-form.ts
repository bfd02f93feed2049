/**
 * The form of the edits that a request asks Claude to make of its conversation. A member of another form would be passed over, and
 * another edit made than was meant.
 *
 * By the types of `@anthropic-ai/sdk` 1.14, in the words of Claude's API about other members.
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';
import { saying } from './anthropic-check.ts';

/** Refuses a value of another form, with its place. */
type Form = (value: Json, place: string) => void;

const form =
  (words: string, fits: (value: Json) => boolean): Form =>
  (value, place) => {
    if (!fits(value)) throw saying(`${place}: Input should be ${words}`);
  };

const isBoolean = (value: Json): boolean => typeof value === 'boolean';
const isText = (value: Json): boolean => typeof value === 'string';

/** Such as `{ "type": "tool_uses", "value": 3 }`. All of something has no number. */
const amount =
  (...types: string[]): Form =>
  (value, place) => {
    if (!isObject(value)) throw saying(`${place}: Input should be an object`);
    const { type = null, value: number } = value;
    if (typeof type !== 'string' || !types.includes(type))
      throw saying(`${place}.type: Input should be ${types.map((one) => `'${one}'`).join(' or ')}`);
    if (type === 'all') return;
    if (number === undefined) throw saying(`${place}.value: Field required`);
    if (!Number.isInteger(number)) throw saying(`${place}.value: Input should be a valid integer`);
  };

const turns = amount('thinking_turns', 'all');

/** By edit, what each of its members has to be where it is there. */
const forms: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  clear_thinking_20251015: {
    keep: (value, place) => {
      if (value !== 'all') turns(value, place);
    },
  },
  clear_tool_uses_20250919: {
    trigger: amount('input_tokens', 'tool_uses'),
    keep: amount('tool_uses'),
    clear_at_least: amount('input_tokens'),
    exclude_tools: form('a valid list', isList),
    clear_tool_inputs: form('a valid boolean or list', (value) => isBoolean(value) || isList(value)),
  },
  compact_20260112: {
    trigger: amount('input_tokens'),
    instructions: form('a valid string', isText),
    pause_after_compaction: form('a valid boolean', isBoolean),
  },
};

/**
 * @param managed - `context_management`, with edits of any form
 * @throws {ServiceError} `ValidationException`
 */
export function checkEditList(managed: Json | undefined): void {
  if (managed === undefined || managed === null) return;
  if (!isObject(managed)) throw saying('context_management: Input should be an object');
  const { edits = [], ...others } = managed;
  for (const name of Object.keys(others))
    throw saying(`context_management.${name}: Extra inputs are not permitted`);
  if (!isList(edits)) throw saying('context_management.edits: Input should be a valid list');
  const other = edits.findIndex((edit) => !isObject(edit));
  if (other >= 0) throw saying(`context_management.edits.${other}: Input should be an object`);
}

/** @throws {ServiceError} `ValidationException` */
export function checkEditForm(edit: JsonObject, type: string, place: string): void {
  for (const [name, value] of Object.entries(edit)) {
    if (name === 'type') continue;
    const check = forms[type]?.[name];
    if (check === undefined) throw saying(`${place}.${name}: Extra inputs are not permitted`);
    if (value !== undefined && value !== null) check(value, `${place}.${name}`);
  }
}
