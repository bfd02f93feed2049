// The turns of a conversation in the order that Bedrock takes: user first for most models, roles alternating, no empty message, no lone document.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html

import type { ContentBlock } from '@bedrock-kit/protocol';
import { repaired } from '../warnings.ts';
import { isPoint } from './cache-slots.ts';
import type { Conversation, Turn } from './conversation.ts';
import { mayBeClaude } from './model-family.ts';
import { partTools } from './tool-pairs.ts';

/** Said for the user where the service wants a user message and there is none. */
export const OPENING = 'Continue.';
/** Said for the assistant between results and what the user says next. */
const AFTER_RESULTS = 'I have the results.';
/** Said beside documents that came without a word: a message with a document needs text. */
const WITH_DOCUMENT = 'See the attached document.';

export function settleTurns(conversation: Conversation): void {
  const turns: Turn[] = [];
  for (const turn of conversation.turns) {
    if (turn.role === 'assistant') turn.content = withoutTrailingReasoning(turn.content);
    if (turn.content.every(isPoint)) continue;
    const last = turns.at(-1);
    if (last?.role === turn.role) for (const block of turn.content) last.content.push(block);
    else turns.push(turn);
  }
  if (turns[0]?.role === 'assistant' && conversation.capabilities.assistantFirst !== true) {
    repaired(
      conversation,
      'first message',
      ' wants the user first, so a short user message was put in front.',
    );
    turns.unshift({ role: 'user', content: [{ text: OPENING }] });
  }
  for (const { content } of turns) {
    if (!content.some((block) => 'document' in block) || content.some((block) => 'text' in block)) continue;
    repaired(
      conversation,
      'documents without text',
      `A message with a document needs text beside it, so "${WITH_DOCUMENT}" was added.`,
    );
    // In front of a closing cache point, so that the point does not follow the document itself.
    const last = content.at(-1);
    content.splice(last && isPoint(last) ? -1 : content.length, 0, { text: WITH_DOCUMENT });
  }
  conversation.turns = turns;
}

/**
 * Claude takes nothing but thinking, which keeps its place, behind the calls of a message. Cache points keep theirs too.
 * https://github.com/BerriAI/litellm/issues/24361
 */
function withCallsLast(content: readonly ContentBlock[]): ContentBlock[] {
  const settled: ContentBlock[] = [];
  const calls: ContentBlock[] = [];
  for (const block of content) {
    if (isPoint(block)) continue;
    if ('reasoningContent' in block) for (const call of calls.splice(0)) settled.push(call);
    // A call that Bedrock ran itself has its result beside it.
    const list = 'toolUse' in block && block.toolUse.type === undefined ? calls : settled;
    list.push(block);
  }
  const order = [...settled, ...calls].values();
  return content.map((block) => (isPoint(block) ? block : (order.next().value ?? block)));
}

/**
 * For Claude, calls go to the end of their message. For a model that wants tool blocks in messages of their own, or results apart from some
 * documents, messages are divided: what is said goes before calls and after results.
 */
export function settleToolTurns(conversation: Conversation): void {
  if (mayBeClaude(conversation)) {
    for (const turn of conversation.turns)
      if (turn.role === 'assistant') turn.content = withCallsLast(turn.content);
  }
  const taken = conversation.toolUse?.mixedTurns;
  if (taken !== false && typeof taken !== 'object') return;
  conversation.turns = conversation.turns.flatMap((turn) => unmixed(turn, taken, conversation));
}

function unmixed(turn: Turn, taken: false | readonly unknown[], conversation: Conversation): Turn[] {
  if (taken && turn.content.every((block) => !('document' in block) || taken.includes(block.document.format)))
    return [turn];
  const [tools, rest] = partTools(turn.content);
  if (tools.length === 0 || rest.length === 0) return [turn];
  const refused = taken
    ? `documents but ${taken.join(', ').toUpperCase()} in one message with tool results`
    : 'tool blocks in one message with others';
  repaired(conversation, 'tool turns', ` takes no ${refused}, so a short message was put between them.`);
  const { role } = turn;
  return role === 'assistant'
    ? [
        { role, content: rest },
        { role: 'user', content: [{ text: OPENING }] },
        { role, content: tools },
      ]
    : [
        { role, content: tools },
        { role: 'assistant', content: [{ text: AFTER_RESULTS }] },
        { role, content: rest },
      ];
}

/** Leaves reasoning out of a message, and tells whether there was any. */
export function dropReasoning(turn: Turn): boolean {
  const { content } = turn;
  turn.content = content.filter((block) => !('reasoningContent' in block));
  return turn.content.length < content.length;
}

/** A message must not end in reasoning ("The final block in an assistant message cannot be thinking"), as an interrupted one does. */
function withoutTrailingReasoning(content: readonly ContentBlock[]): ContentBlock[] {
  const isSaid = content.map((block) => !('reasoningContent' in block || isPoint(block)));
  const end = isSaid.lastIndexOf(true) + 1;
  // A cache point behind the dropped reasoning still marks what is left.
  return [...content.slice(0, end), ...content.slice(end).filter(isPoint).slice(0, 1)];
}
