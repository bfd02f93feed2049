// Every call is answered in the very next message, once: Bedrock refuses a conversation in which one is missing.
// https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use-inference-call.html

import type { ContentBlock } from '@bedrock-kit/protocol';
import { repaired } from '../warnings.ts';
import { isPoint } from './cache-slots.ts';
import type { Conversation, Turn } from './conversation.ts';
import { failedResult } from './tool-result.ts';

/**
 * Results that stand too late are moved to their call; a call without a result gets one that says so. Calls that Bedrock ran itself are
 * answered in the same turn: an interrupted answer has no result there, and the AI SDK 5 returns one without its metadata, like those
 * of the client.
 */
export function pairToolResults(conversation: Conversation): void {
  const { turns: given } = conversation;
  conversation.turns = given.flatMap((turn, index): Turn[] => {
    const next = given[index + 1];
    const here = new Set(turn.content.map(resultId));
    const there = new Set(next?.content.map(resultId));
    const results: ContentBlock[] = [];
    turn.content = turn.content.flatMap((block) => {
      if (!('toolUse' in block)) return [block];
      const { toolUseId, type } = block.toolUse;
      const isServed = type !== undefined;
      if (here.has(toolUseId) || (!isServed && there.has(toolUseId))) return [block];
      const found = takeLater(given, index + 1, toolUseId) ?? [noResult(block, conversation)];
      if (isServed) return [block, ...found];
      results.push(...found);
      return [block];
    });
    if (results.length === 0) return [turn];
    if (next?.role !== 'user') return [turn, { role: 'user', content: results }];
    next.content.unshift(...results);
    return [turn];
  });
  // Results open the message that follows their calls.
  for (const turn of conversation.turns)
    if (turn.role === 'user') turn.content = partTools(turn.content).flat();
}

function resultId(block: ContentBlock): string | undefined {
  return 'toolResult' in block ? block.toolResult.toolUseId : undefined;
}

/** By index: a copy of what follows for each turn takes the square of a long conversation. */
function takeLater(turns: readonly Turn[], from: number, id: string): ContentBlock[] | undefined {
  for (let index = from; index < turns.length; index += 1) {
    const content = turns[index]?.content ?? [];
    const at = content.findIndex((block) => resultId(block) === id);
    if (at >= 0) return content.splice(at, 1);
  }
  return undefined;
}

function noResult(
  call: Extract<ContentBlock, { toolUse: unknown }>,
  conversation: Conversation,
): ContentBlock {
  repaired(
    conversation,
    'tool results',
    `The call at ${conversation.origins.get(call) ?? 'prompt'} has no result, so the model is told that it was interrupted.`,
  );
  const content = [{ text: 'The call was interrupted and has no result.' }];
  const { toolUseId } = call.toolUse;
  return conversation.trace({ toolResult: failedResult(toolUseId, content, conversation) }, call);
}

/** Calls and results apart from the rest, each with the cache point behind it. */
export function partTools(content: readonly ContentBlock[]): [tools: ContentBlock[], rest: ContentBlock[]] {
  const tools: ContentBlock[] = [];
  const rest: ContentBlock[] = [];
  let current = rest;
  for (const block of content) {
    if (!isPoint(block)) current = 'toolUse' in block || 'toolResult' in block ? tools : rest;
    current.push(block);
  }
  return [tools, rest];
}
