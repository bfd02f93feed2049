// Anthropic's own tools in their native form: Claude knows them by type, with their arguments and without a schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import { withoutUndefined } from '../record.ts';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { snakeCase } from './system-tools.ts';
import type { ConvertedTools } from './tools.ts';

interface NativeTool {
  readonly name: string;
  readonly beta?: string;
  /** Arguments of the AI SDK's tool; the native ones have the same names in snake case. */
  readonly args?: string;
}

const DISPLAY = 'displayWidthPx displayHeightPx displayNumber';

/** By type. The beta flags are those that AWS's page and Anthropic's tool references give for each. */
const NATIVE: { readonly [type: string]: NativeTool } = {
  bash_20241022: { name: 'bash', beta: 'computer-use-2024-10-22' },
  bash_20250124: { name: 'bash', beta: 'computer-use-2025-01-24' },
  computer_20241022: { name: 'computer', beta: 'computer-use-2024-10-22', args: DISPLAY },
  computer_20250124: { name: 'computer', beta: 'computer-use-2025-01-24', args: DISPLAY },
  computer_20251124: {
    name: 'computer',
    beta: 'computer-use-2025-11-24',
    args: `${DISPLAY} enableZoom`,
  },
  text_editor_20241022: { name: 'str_replace_editor', beta: 'computer-use-2024-10-22' },
  text_editor_20250124: { name: 'str_replace_editor', beta: 'computer-use-2025-01-24' },
  text_editor_20250429: { name: 'str_replace_based_edit_tool', beta: 'computer-use-2025-01-24' },
  text_editor_20250728: { name: 'str_replace_based_edit_tool', args: 'maxCharacters' },
  memory_20250818: { name: 'memory', beta: 'context-management-2025-06-27' },
};

/** Warns of tools that run on Anthropic's servers, which Bedrock does not have, and of those that another model does not know. */
export function addAnthropicTool(
  tool: LanguageModelV4ProviderTool,
  { native, betas }: ConvertedTools,
  conversation: Conversation,
): void {
  const { match, vendor } = conversation.capabilities;
  const [provider, type = ''] = tool.id.split('.', 2);
  const known = provider === 'anthropic' && Object.hasOwn(NATIVE, type) ? NATIVE[type] : undefined;
  if (!known) {
    unsupported(conversation, `tool ${tool.id}`, 'Amazon Bedrock does not run it.');
  } else if (match !== 'none' && vendor !== 'anthropic') {
    unsupported(conversation, `tool ${tool.id}`, " does not know Anthropic's tools.");
  } else {
    const { name, beta, args = '' } = known;
    conversation.toolNames.bind(tool.name, name);
    const given = args.split(' ').map((arg) => [snakeCase(arg), tool.args[arg]] as const);
    native.push({ type, name, ...withoutUndefined(Object.fromEntries(given)) });
    if (beta !== undefined) betas.push(beta);
  }
}
