// Calls and results of tools that Bedrock ran itself: they go back into the assistant message that they came in.
// https://docs.aws.amazon.com/nova/latest/nova2-userguide/using-tools.html

import type { LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import type { ContentBlock, ToolResultContentBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../read-options.ts';
import { stringOf, withoutUndefined } from '../record.ts';
import type { Conversation } from './conversation.ts';

/** Whether this model runs the tool; a call of any other tool is history, like one of the client's. */
export function runsItself(
  { toolName }: { readonly toolName: string },
  { toolNames, systemTools }: Conversation,
): boolean {
  return systemTools.has(toolNames.wire(toolName));
}

/** False when the result did not come from Bedrock, or its call is not there. */
export function addServerToolResult(
  part: LanguageModelV4ToolResultPart,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): boolean {
  const { toolResult } = options;
  if (!runsItself(part, conversation) || !toolResult) return false;
  const result = conversation.toolIds.result(part.toolCallId);
  if (!result || result.repeated) return false;
  const type = stringOf(toolResult['type']);
  const block: ContentBlock = {
    toolResult: {
      toolUseId: result.id,
      // As it came in an earlier answer; see response/tool-result-block.ts.
      content: toolResult['content'] as ToolResultContentBlock[],
      ...(toolResult['status'] === 'error' && { status: 'error' }),
      ...withoutUndefined({ type }),
    },
  };
  conversation.add('assistant', block, place);
  return true;
}
