// Tools that Bedrock runs itself, such as Nova's web grounding: `{ type: 'provider', id: 'bedrock.nova_grounding' }`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemTool.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import type { Offer } from './tools.ts';

/** Warns of a tool that the model does not have. */
export function addSystemTool(
  tool: LanguageModelV4ProviderTool,
  { tools }: Offer,
  conversation: Conversation,
): void {
  const { toolUse, toolNames } = conversation;
  const [, id = ''] = tool.id.split('.', 2);
  // Both spellings: nova_grounding as AWS writes it, novaGrounding as TypeScript does.
  const name = snakeCase(id);
  if (toolUse?.systemTools.includes(name) !== false) {
    tools.push({ systemTool: { name: toolNames.bind(tool.name, name) } });
  } else unsupported(conversation, `tool ${tool.id}`, ' does not have it.');
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
