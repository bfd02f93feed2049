// Every call is answered in the very next message, once: Bedrock refuses a conversation in which one is missing.
// https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use-inference-call.html

import type { ContentBlock } from '@bedrock-kit/protocol';
import type { Conversation, Turn } from './conversation.ts';
import { failedResult } from './tool-result.ts';

type ToolResult = Extract<ContentBlock, { toolResult: unknown }>;

/** Results that stand too late are moved to their call; a call without a result gets one that says so. */
export function pairToolResults(conversation: Conversation): void {
  const turns: Turn[] = [];
  const { turns: given } = conversation;
  given.forEach((turn, index) => {
    turns.push(turn);
    const missing = unanswered(turn, given[index + 1]);
    if (missing.length === 0) return;
    const results = missing.map(
      (toolUse) => takeLater(given, index + 2, toolUse.id) ?? noResult(toolUse, conversation),
    );
    const next = given[index + 1];
    if (next?.role === 'user') next.content.unshift(...results);
    else turns.push({ role: 'user', content: results });
  });
  for (const turn of turns) if (turn.role === 'user') turn.content = resultsFirst(turn.content);
  conversation.turns = turns;
}

interface Call {
  readonly id: string;
  readonly block: ContentBlock;
}

/** Calls that the client has to answer, and that the next turn does not. Results of Bedrock's own tools stand in the same turn. */
function unanswered(turn: Turn, next: Turn | undefined): Call[] {
  if (turn.role !== 'assistant') return [];
  const answered = new Set([...turn.content, ...(next?.content ?? [])].map(resultId));
  return turn.content.flatMap((block) =>
    'toolUse' in block && !answered.has(block.toolUse.toolUseId)
      ? [{ id: block.toolUse.toolUseId, block }]
      : [],
  );
}

function resultId(block: ContentBlock): string | undefined {
  return 'toolResult' in block ? block.toolResult.toolUseId : undefined;
}

function takeLater(turns: readonly Turn[], from: number, id: string): ToolResult | undefined {
  for (const turn of turns.slice(from)) {
    const at = turn.content.findIndex((block) => resultId(block) === id);
    if (at < 0) continue;
    const [found] = turn.content.splice(at, 1);
    if (found !== undefined && 'toolResult' in found) return found;
  }
  return undefined;
}

function noResult({ id, block }: Call, conversation: Conversation): ToolResult {
  const place = conversation.originOf(block) ?? 'prompt';
  conversation.warnings.repair(
    'tool results',
    `The call at ${place} has no result, so the model is told that it was interrupted.`,
  );
  const content = [{ text: 'The call was interrupted and has no result.' }];
  return conversation.trace({ toolResult: failedResult(id, content, conversation) }, block);
}

/** Results open the message that follows their calls, each with the cache point behind it. */
function resultsFirst(content: readonly ContentBlock[]): ContentBlock[] {
  const results: ContentBlock[] = [];
  const rest: ContentBlock[] = [];
  let current = rest;
  for (const block of content) {
    if (!('cachePoint' in block)) current = 'toolResult' in block ? results : rest;
    current.push(block);
  }
  return [...results, ...rest];
}
