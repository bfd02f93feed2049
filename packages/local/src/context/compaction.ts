/**
 * Compaction: Claude sums a long conversation up, and the block of it stands for all that came before. By an edit, where a prompt has
 * grown long, or at once, by a member of the body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html, which has it for InvokeModel alone
 * https://platform.claude.com/docs/en/build-with-claude/compaction; the members of the block are those of `@anthropic-ai/sdk` 1.14
 */
import type { ConverseRequest, Json, JsonObject } from '@bedrock-kit/protocol';
import { countInputTokens } from '../caching/prompt.ts';
import { stableId } from '../digest.ts';
import { isList, isObject } from '../json.ts';
import { quote } from '../language/received.ts';
import { lastUserText } from '../language/situation.ts';
import { countTokens } from '../tokens.ts';
import { editsIn, valueOf } from './edits.ts';

export const compactionEdit = 'compact_20260112';

/** Of the prompt, from which on it is summed up. */
const usualTrigger = 150_000;

export interface Compaction {
  readonly block: JsonObject;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Nothing is said behind the block. */
  readonly isAll: boolean;
  /** What the model goes on with. */
  readonly rest: ConverseRequest;
}

/** Undefined where the body asks for none, or its prompt is not long enough. */
export async function compactionOf(
  request: ConverseRequest,
  body: JsonObject,
): Promise<Compaction | undefined> {
  const isAtOnce = isObject(body['compaction']);
  const edit = editsIn(body).find(({ type }) => type === compactionEdit);
  if (edit === undefined && !isAtOnce) return undefined;
  const inputTokens = await countInputTokens(request);
  if (edit !== undefined && inputTokens < valueOf(edit, 'trigger', usualTrigger)) return undefined;
  const { messages = [] } = request;
  const asked = quote(lastUserText(request));
  const content = `Summary of the conversation: ${messages.length} messages, in the last of which the user says ${asked}`;
  return {
    // The one that was asked for at once is signed, the other may hold what only Anthropic can read.
    block: {
      type: 'compaction',
      content,
      ...(isAtOnce ? { signature: stableId(content, 64) } : { encrypted_content: null }),
    },
    inputTokens,
    outputTokens: countTokens(content),
    isAll: isAtOnce || edit?.['pause_after_compaction'] === true,
    rest: { ...request, messages: [{ role: 'assistant', content: [{ text: content }] }] },
  };
}

/**
 * The message and the block of it that is the last summary, which stands for what came before; of a conversation without one, its
 * beginning. One without words is of a compaction that failed.
 */
export function lastSummary(messages: readonly JsonObject[]): readonly [message: number, block: number] {
  const places = messages.map(({ content }) => summaryIn(content));
  const message = places.map((block) => block >= 0).lastIndexOf(true);
  return message < 0 ? [0, 0] : [message, places[message] ?? 0];
}

function summaryIn(content: Json | undefined): number {
  const isSummary = (block: Json): boolean =>
    isObject(block) && block['type'] === 'compaction' && typeof block['content'] === 'string';
  return isList(content) ? content.map(isSummary).lastIndexOf(true) : -1;
}
