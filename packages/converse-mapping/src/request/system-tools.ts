// Tools that Bedrock runs itself, such as Nova's web grounding: `{ type: 'provider', id: 'bedrock.nova_grounding' }`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemTool.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import type { Offer } from './tools.ts';

/** Warns of a tool where the model is known to have none. AWS adds some, so a model that has any is sent each by its name. */
export function addSystemTool(
  tool: LanguageModelV4ProviderTool,
  { tools }: Offer,
  conversation: Conversation,
): void {
  const { capabilities, systemTools, toolUse, toolNames } = conversation;
  const [, id = ''] = tool.id.split('.', 2);
  // Both spellings: nova_grounding as AWS writes it, novaGrounding as TypeScript does.
  const name = snakeCase(id);
  if (toolUse?.systemTools.length !== 0 || capabilities.match === 'family') {
    systemTools.add(name);
    tools.push({ systemTool: { name: toolNames.bind(tool.name, name) } });
  } else unsupported(conversation, `tool ${tool.id}`, ' does not have it.');
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
