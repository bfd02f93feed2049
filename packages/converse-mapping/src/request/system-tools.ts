// Tools that Bedrock runs itself, such as Nova's web grounding: `{ type: 'provider', id: 'bedrock.nova_grounding' }`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemTool.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import type { Tool } from '@bedrock-kit/protocol';
import type { ToolRules } from './tools.ts';

/** Undefined, with a warning, for a tool that the model does not have. */
export function systemTool(tool: LanguageModelV4ProviderTool, rules: ToolRules): Tool | undefined {
  const [, id = ''] = tool.id.split('.', 2);
  const { capabilities, names, warnings } = rules;
  const known = typeof capabilities.toolUse === 'object' ? capabilities.toolUse.systemTools : undefined;
  // Both spellings: nova_grounding as AWS writes it, novaGrounding as TypeScript does.
  const name = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (known !== undefined && !known.includes(name)) {
    warnings.unsupported(`tool ${tool.id}`, `${capabilities.name} does not have it.`);
    return undefined;
  }
  return { systemTool: { name: names.bind(tool.name, name) } };
}
