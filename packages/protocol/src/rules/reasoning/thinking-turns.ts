// The turns of the assistant as Claude looks at them while it thinks by a budget.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { ContentBlock } from '../../types/message.ts';
import type { Conversation } from '../conversation.ts';
import { type Member, memberOf } from '../member.ts';

export interface ThinkingTurn {
  /** The position of its message. */
  readonly message: number;
  /** What its blocks are, cache points left out. */
  readonly kinds: readonly Member<ContentBlock>[0][];
  /** What it begins with, as Claude calls it where that is no thinking. */
  readonly found: string;
}

/** None unless Claude thinks by a budget: adaptive thinking asks nothing of them. */
export function thinkingTurns({ capabilities, isClaude, messages, thinking }: Conversation): ThinkingTurn[] {
  const { reasoning } = capabilities;
  if (!isClaude || thinking !== 'enabled' || !('budget' in reasoning) || !reasoning.budget) return [];
  return messages.flatMap(({ role, content }, message) => {
    if (role !== 'assistant') return [];
    const kinds = content.map((block) => memberOf(block)[0]).filter((kind) => kind !== 'cachePoint');
    return [{ message, kinds, found: kinds[0] === 'toolUse' ? 'tool_use' : 'text' }];
  });
}
