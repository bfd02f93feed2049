// Tools that Bedrock runs itself, such as Nova's web grounding: `{ type: 'provider', id: 'bedrock.nova_grounding' }`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemTool.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import type { Tool } from '@bedrock-kit/protocol';
import type { Conversation } from './conversation.ts';

/** Undefined, with a warning, for a tool that the model does not have. */
export function systemTool(
  tool: LanguageModelV4ProviderTool,
  { capabilities, toolUse, toolNames, warnings }: Conversation,
): Tool | undefined {
  const [, id = ''] = tool.id.split('.', 2);
  // Both spellings: nova_grounding as AWS writes it, novaGrounding as TypeScript does.
  const name = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (toolUse?.systemTools.includes(name) === false) {
    warnings.unsupported(`tool ${tool.id}`, `${capabilities.name} does not have it.`);
    return undefined;
  }
  return { systemTool: { name: toolNames.bind(tool.name, name) } };
}
