// Calls and results in a conversation that is sent without tools: nothing of them is lost, and the service still gets its tools.
// https://github.com/vercel/ai/pull/7537 ("The toolConfig field must be defined when using toolUse and toolResult content blocks.")

import type { Tool } from '@bedrock-kit/protocol';
import { changed } from '../warnings.ts';
import { nativeFields } from './anthropic-tools.ts';
import type { Conversation, Turn } from './conversation.ts';
import type { Chosen } from './tool-choice.ts';
import { resultAsText } from './tool-result.ts';
import type { Offer } from './tools.ts';

/** Said to a model that sees tools and must not use them. */
const HOLD = 'Answer now, without calling a tool.';

export function hasToolHistory(turns: readonly Turn[]): boolean {
  return turns.some(({ content }) => content.some((block) => 'toolUse' in block || 'toolResult' in block));
}

/** Declares the tools of the call, or else those that the history names, and keeps the model from using them. */
export function heldBack(offer: Offer, conversation: Conversation): Chosen {
  const { tools, native } = offer;
  const { capabilities, turns } = conversation;
  const given = tools.length + native.length > 0;
  changed(
    conversation,
    given ? 'toolChoice none' : 'tool calls without tools',
    'Bedrock wants the tools of earlier calls declared, so they are, and the model is told not to use them.',
  );
  // Only the client's tools: those that Bedrock runs itself need no declaration.
  const called = turns
    .flatMap(({ content }) => (given ? [] : content))
    .flatMap((block) => ('toolUse' in block && block.toolUse.type === undefined ? block.toolUse.name : []));
  const names = called.length > 0 ? [...new Set(called)] : ['unused'];
  const claude = capabilities.vendor === 'anthropic';
  // Claude is told by its own field. For the others it stands in the last message, so that the cached part of the prompt stays as it is.
  if (!claude && turns.at(-1)?.role === 'user') conversation.add('user', { text: HOLD });
  return {
    toolConfig: { tools: tools.length > 0 ? tools : names.map(declared) },
    fields: {
      ...nativeFields(offer),
      ...(claude && { tool_choice: { type: 'none' } }),
    },
  };
}

/** A tool that stands for one in the history. */
export function declared(name: string): Tool {
  return {
    toolSpec: {
      name,
      description: 'No longer available. Do not call it.',
      inputSchema: { json: { type: 'object', properties: {} } },
    },
  };
}

/** Calls and results as text, for a model that knows no tools. */
export function toolHistoryAsText(conversation: Conversation): void {
  if (!hasToolHistory(conversation.turns)) return;
  changed(
    conversation,
    'tool calls without tools',
    ' does not use tools, so calls and results are sent as text.',
  );
  const names = new Map<string, string>();
  for (const turn of conversation.turns) {
    turn.content = turn.content.flatMap((block) => {
      if ('toolUse' in block) {
        const { toolUseId, name, input } = block.toolUse;
        names.set(toolUseId, name);
        return conversation.trace({ text: `Called the tool ${name} with ${JSON.stringify(input)}` }, block);
      }
      if (!('toolResult' in block)) return block;
      const { content, toolUseId } = block.toolResult;
      const name = names.get(toolUseId) ?? toolUseId;
      return resultAsText(name, content).map((item) => conversation.trace(item, block));
    });
  }
}
