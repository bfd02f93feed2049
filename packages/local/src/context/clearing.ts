/**
 * What Claude clears of a conversation before it reads it: the oldest results of tools, and thoughts of earlier turns.
 *
 * https://platform.claude.com/docs/en/build-with-claude/context-editing
 * Recorded of Bedrock, where tools that are excluded are not among those that are kept:
 * https://github.com/aws-samples/anthropic-on-aws, notebooks/claude_automatic_tool_clearing
 */
import type { ContentBlock, ConverseRequest, JsonObject, Message, ToolUseBlock } from '@bedrock-kit/protocol';
import { countInputTokens } from '../caching/prompt.ts';
import { isList, isObject } from '../json.ts';
import { editsIn, valueOf } from './edits.ts';

export interface Cleared {
  readonly request: ConverseRequest;
  /** What was done, as the answer tells it. */
  readonly edits: readonly JsonObject[];
}

/** What one edit makes of the messages, and how many tools or turns that were. */
interface Edit {
  readonly messages: Message[];
  readonly count: JsonObject;
}

export async function clearContext(request: ConverseRequest): Promise<Cleared> {
  let cleared: Cleared = { request, edits: [] };
  for (const edit of editsIn(request.additionalModelRequestFields)) cleared = await apply(edit, cleared);
  return cleared;
}

async function apply(edit: JsonObject, before: Cleared): Promise<Cleared> {
  const { request, edits } = before;
  const tokens = await countInputTokens(request);
  const made = madeBy(edit, request.messages ?? [], tokens);
  if (made === undefined) return before;
  const after = { ...request, messages: made.messages };
  const cleared_input_tokens = tokens - (await countInputTokens(after));
  if (cleared_input_tokens < valueOf(edit, 'clear_at_least', 0)) return before;
  const { type = null } = edit;
  return { request: after, edits: [...edits, { type, cleared_input_tokens, ...made.count }] };
}

/** Undefined where there is nothing to clear. */
function madeBy(edit: JsonObject, messages: readonly Message[], tokens: number): Edit | undefined {
  if (edit['type'] === 'clear_tool_uses_20250919') return withoutResults(edit, messages, tokens);
  return edit['type'] === 'clear_thinking_20251015' ? withoutThoughts(edit, messages) : undefined;
}

function withoutResults(edit: JsonObject, messages: readonly Message[], tokens: number): Edit | undefined {
  const answered = new Set(
    blocksOf(messages).flatMap((block) => ('toolResult' in block ? [block.toolResult.toolUseId] : [])),
  );
  const uses = blocksOf(messages).flatMap((block) =>
    'toolUse' in block && answered.has(block.toolUse.toolUseId) ? [block.toolUse] : [],
  );
  const { trigger, exclude_tools: excluded, clear_tool_inputs: inputs } = edit;
  const counts = isObject(trigger) && trigger['type'] === 'tool_uses' ? uses.length : tokens;
  if (counts <= valueOf(edit, 'trigger', 100_000)) return undefined;
  const clearable = uses.filter(({ name }) => !(isList(excluded) && excluded.includes(name)));
  const old = clearable.slice(0, Math.max(0, clearable.length - valueOf(edit, 'keep', 3)));
  if (old.length === 0) return undefined;
  const ids = new Set(old.map(({ toolUseId }) => toolUseId));
  const losesInput = ({ name, toolUseId }: ToolUseBlock): boolean =>
    ids.has(toolUseId) && (inputs === true || (isList(inputs) && inputs.includes(name)));
  const clear = (block: ContentBlock): ContentBlock => {
    if ('toolResult' in block && ids.has(block.toolResult.toolUseId))
      return { toolResult: { ...block.toolResult, content: [{ text: '[cleared]' }] } };
    return 'toolUse' in block && losesInput(block.toolUse)
      ? { toolUse: { ...block.toolUse, input: {} } }
      : block;
  };
  return {
    messages: messages.map((message) => ({ ...message, content: message.content.map(clear) })),
    count: { cleared_tool_uses: ids.size },
  };
}

function withoutThoughts(edit: JsonObject, messages: readonly Message[]): Edit | undefined {
  const { keep } = edit;
  if (keep === 'all' || (isObject(keep) && keep['type'] === 'all')) return undefined;
  const thinking = messages.filter(({ content }) => content.some(isThought));
  const old = new Set(thinking.slice(0, Math.max(0, thinking.length - valueOf(edit, 'keep', 1))));
  if (old.size === 0) return undefined;
  return {
    messages: messages.map((message) =>
      old.has(message)
        ? { ...message, content: message.content.filter((block) => !isThought(block)) }
        : message,
    ),
    count: { cleared_thinking_turns: old.size },
  };
}

function isThought(block: ContentBlock): boolean {
  return 'reasoningContent' in block;
}

function blocksOf(messages: readonly Message[]): ContentBlock[] {
  return messages.flatMap(({ content }) => content);
}
