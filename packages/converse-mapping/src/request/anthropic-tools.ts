// Anthropic's own tools in their native form: Claude knows them by type, with their arguments and without a schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import { memberOf, recordOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { snakeCase } from './system-tools.ts';
import type { ConvertedTools, Offer } from './tools.ts';

/** The arguments are those of the AI SDK's tool; the native ones have the same names in snake case. */
type NativeTool = readonly [name: string, beta?: string, args?: string];

const DISPLAY = 'displayWidthPx displayHeightPx displayNumber';

/** By type. The beta flags are those that AWS's page and Anthropic's tool references give for each. */
const NATIVE: { readonly [type: string]: NativeTool } = {
  bash_20241022: ['bash', 'computer-use-2024-10-22'],
  bash_20250124: ['bash', 'computer-use-2025-01-24'],
  computer_20241022: ['computer', 'computer-use-2024-10-22', DISPLAY],
  computer_20250124: ['computer', 'computer-use-2025-01-24', DISPLAY],
  computer_20251124: ['computer', 'computer-use-2025-11-24', `${DISPLAY} enableZoom`],
  text_editor_20241022: ['str_replace_editor', 'computer-use-2024-10-22'],
  text_editor_20250124: ['str_replace_editor', 'computer-use-2025-01-24'],
  text_editor_20250429: ['str_replace_based_edit_tool', 'computer-use-2025-01-24'],
  text_editor_20250728: ['str_replace_based_edit_tool', '', 'maxCharacters'],
  memory_20250818: ['memory', 'context-management-2025-06-27'],
};

/** Warns of tools that run on Anthropic's servers, which Bedrock does not have, and of those that another model does not know. */
export function addAnthropicTool(
  tool: LanguageModelV4ProviderTool,
  { native, betas }: ConvertedTools,
  conversation: Conversation,
): void {
  const { match, vendor } = conversation.capabilities;
  const [provider, type = ''] = tool.id.split('.', 2);
  const known = provider === 'anthropic' ? memberOf(NATIVE, type) : undefined;
  if (!known) {
    unsupported(conversation, `tool ${tool.id}`, 'Amazon Bedrock does not run it.');
  } else if (match !== 'none' && vendor !== 'anthropic') {
    unsupported(conversation, `tool ${tool.id}`, " does not know Anthropic's tools.");
  } else {
    const [name, beta, args = ''] = known;
    conversation.toolNames.bind(tool.name, name);
    // A tool written by hand may have none.
    const given = args.split(' ').map((arg) => [snakeCase(arg), recordOf(tool.args)[arg]] as const);
    native.push({ type, name, ...withoutUndefined(Object.fromEntries(given)) });
    if (beta) betas.add(beta);
  }
}

/** For `additionalModelRequestFields`: Anthropic's own tools, and the beta flags that they need. */
export function nativeFields({ native, betas }: Offer): UnknownRecord {
  return {
    ...(native.length > 0 && { tools: native }),
    ...(betas.size > 0 && { anthropic_beta: [...betas] }),
  };
}
