// What several rules ask of a request's tools and tool blocks.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html
import type { ToolUseBlock } from '../types/message.ts';
import type { Conversation, Placed } from './conversation.ts';
import { memberOf } from './member.ts';

/** The names of all tools, the system's own included. */
export function toolNames(conversation: Conversation): string[] {
  return (conversation.request.toolConfig?.tools ?? []).flatMap((union) => {
    const [kind, tool] = memberOf(union);
    return kind === 'cachePoint' ? [] : [tool.name];
  });
}

/** A tool that the service itself has run: its result stands in the same message. */
export function isServed({ block }: Placed<ToolUseBlock>): boolean {
  return block.type === 'server_tool_use';
}

/** Message → the ids of its tool blocks. */
export function idsByMessage(
  blocks: readonly Placed<{ readonly toolUseId: string }>[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const ids = new Map<number, Set<string>>();
  for (const { block, message } of blocks) {
    const known = ids.get(message);
    if (known) known.add(block.toolUseId);
    else ids.set(message, new Set([block.toolUseId]));
  }
  return ids;
}
