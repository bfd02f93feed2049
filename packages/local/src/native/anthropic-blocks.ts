/**
 * What Claude's own API says of a block of content of the wrong form: of a member that is missing, has another type, or is none of the
 * block's. A member that the reader passes over would make another request of it than was meant.
 *
 * Of InvokeModel: https://github.com/langchain-ai/langchain-aws/issues/75 (a source that is missing). Of the API:
 * https://github.com/simonw/llm-anthropic/issues/23 (a text), https://github.com/anthropics/anthropic-sdk-typescript/issues/648 (the input of a
 * call), https://github.com/anthropics/claude-code/issues/4378 (a member that is none), https://github.com/anthropics/claude-code/issues/11678
 * (what a result may hold). The members are those of `@anthropic-ai/sdk` 1.14.
 */
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import { isList, isObject, objectsIn } from '../json.ts';
import { lacksBeta, saying, unexpectedTag } from './anthropic-check.ts';

/** What a member has to be. */
type Form = readonly [words: string, fits: (value: Json) => boolean];

/** The members of an object by their names. Those that it need not have may be null. */
export interface Members {
  readonly needed: Readonly<Record<string, Form>>;
  readonly others: Readonly<Record<string, Form>>;
}

export const aText: Form = ['a valid string', (value) => typeof value === 'string'];
export const aDictionary: Form = ['a valid dictionary', isObject];
export const anything: Form = ['', () => true];
const anObject: Form = ['an object', isObject];
const aList: Form = ['a valid list', isList];
const textOrList: Form = ['a valid list', (value) => typeof value === 'string' || isList(value)];

const cited = { citations: anything };

/** By type. Other types of blocks are Anthropic's own affair. */
const blocks = new Map<string, Members>([
  ['text', { needed: { text: aText }, others: cited }],
  ['image', { needed: { source: anObject }, others: {} }],
  ['document', { needed: { source: anObject }, others: { ...cited, context: aText, title: aText } }],
  ['search_result', { needed: { source: aText, title: aText, content: aList }, others: cited }],
  ['thinking', { needed: { thinking: aText }, others: { signature: aText } }],
  ['redacted_thinking', { needed: { data: aText }, others: {} }],
  ['tool_use', { needed: { id: aText, name: aText, input: aDictionary }, others: { caller: anything } }],
  ['tool_result', { needed: { tool_use_id: aText }, others: { content: textOrList, is_error: anything } }],
]);

/** What the result of a tool may hold. */
const inResult = ['document', 'image', 'search_result', 'text', 'tool_reference'];

/** @throws {ServiceError} `ValidationException` */
export function checkAnthropicBlocks(body: JsonObject): void {
  for (const [block, place] of itemsOf(body['system'], 'system'))
    checkMembers(block, place, blocks.get('text'), body);
  objectsIn(body['messages']).forEach(({ content }, message) => {
    for (const [block, place] of itemsOf(content, `messages.${message}.content`))
      checkBlock(block, place, body);
  });
}

function checkBlock(block: JsonObject, at: string, body: JsonObject): void {
  const { type = null, content } = block;
  if (typeof type !== 'string') throw saying(`${at}.type: Field required`);
  const place = `${at}.${type}`;
  checkMembers(block, place, blocks.get(type), body);
  if (type !== 'search_result' && type !== 'tool_result') return;
  for (const [part, partPlace] of itemsOf(content, `${place}.content`)) {
    if (type === 'search_result') checkMembers(part, partPlace, blocks.get('text'), body);
    else checkPart(part, partPlace, body);
  }
}

function checkPart(part: JsonObject, place: string, body: JsonObject): void {
  const { type } = part;
  if (typeof type === 'string' && !inResult.includes(type) && body['anthropic_beta'] === undefined)
    throw unexpectedTag(place, type, inResult);
  checkBlock(part, place, body);
}

function itemsOf(list: Json | undefined, at: string): (readonly [item: JsonObject, place: string])[] {
  return (isList(list) ? list : []).map((item, index) => {
    const place = `${at}.${index}`;
    if (!isObject(item)) throw saying(`${place}: Input should be an object`);
    return [item, place];
  });
}

/**
 * Refuses an object that lacks a member, or has one of another type or name. A beta may bring members with it.
 *
 * @param members - undefined where they are not known
 * @throws {ServiceError} `ValidationException`
 */
export function checkMembers(
  object: JsonObject,
  place: string,
  members: Members | undefined,
  body: JsonObject,
): void {
  if (members === undefined) return;
  const { needed, others } = members;
  for (const [name, [words, fits]] of Object.entries({ ...needed, ...others })) {
    const value = object[name] ?? (Object.hasOwn(needed, name) ? object[name] : undefined);
    if (value === undefined && Object.hasOwn(needed, name)) throw saying(`${place}.${name}: Field required`);
    if (value !== undefined && !fits(value)) throw saying(`${place}.${name}: Input should be ${words}`);
  }
  const known = ['type', 'cache_control', ...Object.keys(needed), ...Object.keys(others)];
  const extra = Object.keys(object).find(
    (name) => !known.includes(name) && (body['anthropic_beta'] === undefined || lacksBeta(name, body)),
  );
  if (extra !== undefined) throw saying(`${place}.${extra}: Extra inputs are not permitted`);
}
