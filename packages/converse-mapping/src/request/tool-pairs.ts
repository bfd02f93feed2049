// Every call is answered in the very next message, once: Bedrock refuses a conversation in which one is missing.
// https://docs.aws.amazon.com/bedrock/latest/userguide/tool-use-inference-call.html

import type { ContentBlock } from '@bedrock-kit/protocol';
import { repaired } from '../warnings.ts';
import { isPoint } from './cache-slots.ts';
import type { Conversation, Turn } from './conversation.ts';
import { resultBlock } from './tool-result.ts';

/**
 * Results that stand too late are moved to their call; a call without a result gets one that says so. Calls that Bedrock ran itself are
 * answered in the same turn: an interrupted answer has no result there, and the AI SDK 5 returns one without its metadata, like those
 * of the client.
 */
export function pairToolResults(conversation: Conversation): void {
  const { turns: given } = conversation;
  /** Results by the ids of their calls. Collected once, so that no call has to search for its own. */
  const results = new Map<string, ContentBlock>();
  /** The index of the turn in which a result stands, or will stand when it has been moved. */
  const places = new Map<string, number>();
  given.forEach(({ content }, index) => {
    for (const block of content) {
      if (!('toolResult' in block)) continue;
      results.set(block.toolResult.toolUseId, block);
      places.set(block.toolResult.toolUseId, index);
    }
  });
  conversation.turns = given.flatMap((turn, index): Turn[] => {
    const next = given[index + 1];
    const moved: ContentBlock[] = [];
    turn.content = turn.content.flatMap((block) => {
      if ('toolResult' in block) return places.get(block.toolResult.toolUseId) === index ? [block] : [];
      if (!('toolUse' in block)) return [block];
      const { name, toolUseId, type } = block.toolUse;
      const isServed = type !== undefined;
      const place = places.get(toolUseId) ?? -1;
      if (place === index || (!isServed && place === index + 1)) return [block];
      const result = (place > index && results.get(toolUseId)) || noResult(block, conversation);
      places.set(toolUseId, isServed ? index : index + 1);
      if (isServed) {
        // As Bedrock itself calls it: https://docs.aws.amazon.com/nova/latest/userguide/tool-built-in.html
        if ('toolResult' in result) result.toolResult.type = `${name}_result`;
        return [block, result];
      }
      moved.push(result);
      return [block];
    });
    if (moved.length === 0) return [turn];
    if (next?.role !== 'user') return [turn, { role: 'user', content: moved }];
    next.content = [...moved, ...next.content];
    return [turn];
  });
  // Results open the message that follows their calls.
  for (const turn of conversation.turns)
    if (turn.role === 'user') turn.content = partTools(turn.content).flat();
}

function noResult(
  call: Extract<ContentBlock, { toolUse: unknown }>,
  conversation: Conversation,
): ContentBlock {
  const isElsewhere = conversation.ranElsewhere.has(call);
  const what = isElsewhere ? 'ran elsewhere' : 'was interrupted';
  repaired(
    conversation,
    'tool results',
    `The call at ${conversation.origins.get(call) ?? 'prompt'} has no result, so the model is told that it ${what}.`,
  );
  const content = [{ text: `The call ${what} and has no result${isElsewhere ? ' here' : ''}.` }];
  const toolResult = resultBlock(call.toolUse.toolUseId, content, !isElsewhere, conversation);
  return conversation.trace({ toolResult }, call);
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
