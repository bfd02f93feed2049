// The turns of a conversation in the order that Bedrock takes: user first, roles alternating, no empty message, no lone document.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html

import type { ContentBlock } from '@bedrock-kit/protocol';
import type { Conversation, Turn } from './conversation.ts';

/** Said for the user where the service wants a user message and there is none. */
const OPENING = 'Continue.';
/** Said beside documents that came without a word: a message with a document needs text. */
const WITH_DOCUMENT = 'See the attached document.';

export function settleTurns(conversation: Conversation): void {
  for (const turn of conversation.turns) {
    // A point in front of everything, behind blank text that is gone, marks nothing.
    while (turn.content[0] !== undefined && 'cachePoint' in turn.content[0]) turn.content.shift();
    if (turn.role === 'assistant') turn.content = withoutTrailingReasoning(turn.content);
  }
  conversation.turns = merged(conversation.turns.filter(isSaid));
  const [first] = conversation.turns;
  if (first?.role === 'assistant') {
    conversation.warnings.repair(
      'first message',
      'The conversation begins with the assistant. Bedrock wants the user first, so a short user message was put in front.',
    );
    conversation.turns.unshift({ role: 'user', content: [{ text: OPENING }] });
  }
  for (const turn of conversation.turns) addTextToDocuments(turn, conversation);
}

/** A message must not end in reasoning ("The final block in an assistant message cannot be thinking"), as an interrupted one does. */
function withoutTrailingReasoning(content: readonly ContentBlock[]): ContentBlock[] {
  let end = content.length;
  while (end > 0 && isTrailing(content[end - 1])) end -= 1;
  const kept = content.slice(0, end);
  // A cache point behind the dropped reasoning still marks what is left.
  const point = content.slice(end).find((block) => 'cachePoint' in block);
  return point === undefined || kept.length === 0 ? kept : [...kept, point];
}

function isTrailing(block: ContentBlock | undefined): boolean {
  return block !== undefined && ('reasoningContent' in block || 'cachePoint' in block);
}

function isSaid({ content }: Turn): boolean {
  return content.some((block) => !('cachePoint' in block));
}

function merged(turns: readonly Turn[]): Turn[] {
  const result: Turn[] = [];
  for (const turn of turns) {
    const last = result.at(-1);
    if (last?.role === turn.role) last.content.push(...turn.content);
    else result.push(turn);
  }
  return result;
}

function addTextToDocuments(turn: Turn, { warnings }: Conversation): void {
  if (!turn.content.some((block) => 'document' in block)) return;
  if (turn.content.some((block) => 'text' in block)) return;
  warnings.repair(
    'documents without text',
    `A message with a document needs text beside it, so "${WITH_DOCUMENT}" was added.`,
  );
  // In front of a closing cache point, so that the point does not follow the document itself.
  const last = turn.content.at(-1);
  const at = last !== undefined && 'cachePoint' in last ? turn.content.length - 1 : turn.content.length;
  turn.content.splice(at, 0, { text: WITH_DOCUMENT });
}
