/**
 * What Claude's own API says of edits of a conversation that it does not make, and of summaries in it.
 *
 * In these words on 4 October 2026, by a test of a client that had called the API: "does not support the", "greater than or equal to",
 * "require a" and "cannot be empty"; https://platform.claude.com/docs/en/build-with-claude/compaction has the least trigger, too
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import { type JsonObject, reasoningStateOf } from '@bedrock-kit/protocol';
import { compactionEdit } from '../context/compaction.ts';
import { editsIn, valueOf } from '../context/edits.ts';
import { isObject, objectsIn } from '../json.ts';
import { matchesPattern } from '../models/pattern.ts';
import { hasBeta, saying, unexpectedTag } from './anthropic-check.ts';
import { checkEditForm, checkEditList } from './anthropic-edit-form.ts';

const thinkingEdit = 'clear_thinking_20251015';

/** The edits that there are, with the beta that brings each, where that is not any that brings `context_management`. */
const edits: Readonly<Record<string, RegExp | undefined>> = {
  [thinkingEdit]: undefined,
  clear_tool_uses_20250919: undefined,
  [compactionEdit]: /^compact-2026-01-12/,
};

/** Brings summaries that are asked for at once. They are signed, and need no edit. */
const ofSigned = /^compact-(?!2026-01-12)/;

const leastTrigger = 50_000;

/** Models before 4.6, the first that the pages of AWS and Anthropic name. */
const withoutCompaction = [
  'anthropic.claude-3*',
  'anthropic.claude-opus-4-1-*',
  'anthropic.claude-opus-4-2*',
  'anthropic.claude-sonnet-4-2*',
  'anthropic.claude-*-4-5-*',
];

/** @throws {ServiceError} `ValidationException` */
export function checkContextManagement(
  body: JsonObject,
  baseModelId: string,
  { reasoning }: ModelCapabilities,
): void {
  checkEditList(body['context_management']);
  const known = Object.keys(edits).filter((type) => {
    const beta = edits[type];
    return beta === undefined || hasBeta(body, beta);
  });
  editsIn(body).forEach((edit, index) => {
    const place = `context_management.edits.${index}`;
    const { type = null } = edit;
    if (typeof type !== 'string' || !known.includes(type))
      throw unexpectedTag(place, typeof type === 'string' ? type : JSON.stringify(type), known);
    checkEditForm(edit, type, place);
    if (type === compactionEdit) checkCompaction(edit, place, baseModelId);
    // https://github.com/anthropics/claude-code/issues/11971, and with adaptive thinking https://github.com/router-for-me/CLIProxyAPI/issues/4784
    if (type === thinkingEdit && reasoningStateOf(body, reasoning) === 'off')
      throw saying(`\`${thinkingEdit}\` strategy requires \`thinking\` to be enabled or adaptive`);
  });
  const { compaction } = body;
  if (compaction !== undefined && compaction !== null) {
    if (!hasBeta(body, ofSigned)) throw saying('compaction: Extra inputs are not permitted');
    if (!isObject(compaction)) throw saying('compaction: Input should be an object');
    if (compaction['type'] !== 'summarize') throw saying("compaction.type: Input should be 'summarize'");
    // By the types of `@anthropic-ai/sdk`, in words of our own.
    if (body['context_management'] !== undefined)
      throw saying('compaction: cannot be combined with context_management');
  }
  checkSummaries(body);
}

function checkCompaction(edit: JsonObject, place: string, baseModelId: string): void {
  if (withoutCompaction.some((pattern) => matchesPattern(pattern, baseModelId))) {
    const model = baseModelId.replace(/^anthropic\.|(?<=\d)-v\d.*$/g, '');
    throw saying(`'${model}' does not support the '${compactionEdit}' context management strategy.`);
  }
  if (valueOf(edit, 'trigger', leastTrigger) < leastTrigger)
    throw saying(`${place}.trigger.value: Input should be greater than or equal to ${leastTrigger}`);
}

function checkSummaries(body: JsonObject): void {
  const isExpected = hasBeta(body, ofSigned) || editsIn(body).some(({ type }) => type === compactionEdit);
  objectsIn(body['messages']).forEach(({ content }, message) => {
    objectsIn(content).forEach((block, index) => {
      if (block['type'] !== 'compaction') return;
      const place = `messages.${message}.content.${index}`;
      if (!isExpected)
        throw saying(
          `${place}: \`compaction\` blocks require a \`${compactionEdit}\` strategy in \`context_management.edits\`.`,
        );
      if (block['content'] === '') throw saying(`${place}.compaction.content: content cannot be empty`);
    });
  });
}
