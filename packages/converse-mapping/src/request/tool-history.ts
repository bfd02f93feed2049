// Calls and results in a conversation that is sent without tools: nothing of them is lost, and the service still gets its tools.
// https://github.com/vercel/ai/pull/7537 ("The toolConfig field must be defined when using toolUse and toolResult content blocks.")

import type { ContentBlock, Tool } from '@bedrock-kit/protocol';
import type { Conversation, Turn } from './conversation.ts';
import { type Chosen, held } from './tool-choice.ts';
import { plainText } from './tool-result.ts';

/** Said to a model that sees tools and shall not use them. */
const HOLD = 'Answer now, without calling a tool.';

export function hasToolHistory(turns: readonly Turn[]): boolean {
  return turns.some(({ content }) => content.some((block) => 'toolUse' in block || 'toolResult' in block));
}

/** Declares the tools that the history names, since the caller gave none, and keeps the model from using them. */
export function declareHistory(chosen: Chosen, { capabilities, turns, warnings }: Conversation): Chosen {
  const names = new Set<string>();
  for (const { content } of turns) {
    for (const block of content)
      if ('toolUse' in block && block.toolUse.type === undefined) names.add(block.toolUse.name);
  }
  warnings.compatibility(
    'tool calls without tools',
    'The conversation holds tool calls and no tools were given, so those it names are declared and the model is told not to use them.',
  );
  const { fields, hold } = held(capabilities);
  return {
    toolConfig: { tools: (names.size > 0 ? [...names] : ['unused']).map(declared) },
    fields: { ...chosen.fields, ...fields },
    hold,
  };
}

function declared(name: string): Tool {
  return {
    toolSpec: {
      name,
      description: 'No longer available. Do not call it.',
      inputSchema: { json: { type: 'object', properties: {} } },
    },
  };
}

/** In the last message, so that the cached part of the prompt stays as it is. */
export function holdTools({ turns }: Conversation): void {
  const last = turns.at(-1);
  if (last?.role === 'user') last.content.push({ text: HOLD });
}

/** Calls and results as text, for a model that knows no tools. */
export function toolHistoryAsText(conversation: Conversation): void {
  if (!hasToolHistory(conversation.turns)) return;
  const names = new Map<string, string>();
  conversation.warnings.compatibility(
    'tool calls without tools',
    `${conversation.capabilities.name} does not use tools, so the calls and results of the conversation are sent as text.`,
  );
  for (const turn of conversation.turns) {
    turn.content = turn.content.flatMap((block) =>
      textForm(block, names).map((text) => conversation.trace(text, block)),
    );
  }
}

function textForm(block: ContentBlock, names: Map<string, string>): ContentBlock[] {
  if ('toolUse' in block) {
    const { toolUseId, name, input } = block.toolUse;
    names.set(toolUseId, name);
    return [{ text: `Called the tool ${name} with ${JSON.stringify(input)}` }];
  }
  if (!('toolResult' in block)) return [block];
  const { content, toolUseId } = block.toolResult;
  const files = content.filter((item) => 'image' in item || 'document' in item || 'video' in item);
  return [
    { text: `Result of the tool ${names.get(toolUseId) ?? toolUseId}: ${plainText(content)}` },
    ...files,
  ];
}
