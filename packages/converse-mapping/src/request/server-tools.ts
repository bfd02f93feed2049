// Calls and results of tools that Bedrock ran itself: they go back into the assistant message that they came in.
// https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-tools.html

import type { LanguageModelV4ToolCallPart, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import type { ContentBlock, ToolResultContentBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../options.ts';
import { isRecord, stringOf } from '../record.ts';
import { toolInput } from './assistant-content.ts';
import type { Conversation } from './conversation.ts';

/** Undefined for a tool that this model does not run: then it is history like any other call. */
export function addServerToolCall(
  part: LanguageModelV4ToolCallPart,
  { toolIds, toolNames, toolUse }: Conversation,
): ContentBlock | undefined {
  const name = toolNames.wire(part.toolName);
  if (toolUse?.systemTools.includes(name) !== true) return undefined;
  return {
    toolUse: {
      toolUseId: toolIds.call(part.toolCallId),
      name,
      input: toolInput(part.input),
      type: 'server_tool_use',
    },
  };
}

/** False when the result did not come from Bedrock, or its call is not there. */
export function addServerToolResult(
  part: LanguageModelV4ToolResultPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): boolean {
  const received = options['toolResult'];
  const { toolIds, toolNames, toolUse } = conversation;
  const name = toolNames.wire(part.toolName);
  if (!isRecord(received) || toolUse?.systemTools.includes(name) !== true) return false;
  const { id, kind } = toolIds.result(part.toolCallId);
  if (kind !== 'answer') return false;
  const type = stringOf(received['type']);
  const block: ContentBlock = {
    toolResult: {
      toolUseId: id,
      // As it came in an earlier answer; see response/tool-result-block.ts.
      content: received['content'] as ToolResultContentBlock[],
      ...(received['status'] === 'error' && { status: 'error' }),
      ...(type !== undefined && { type }),
    },
  };
  conversation.add('assistant', block, place);
  return true;
}
