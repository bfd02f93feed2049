// Anthropic's own tools in their native form: Claude knows them by type, with their arguments and without a schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import { type UnknownRecord, withoutUndefined } from '../record.ts';
import type { Conversation } from './conversation.ts';

export interface AnthropicTool {
  readonly tool: UnknownRecord;
  readonly betas: readonly string[];
}

interface NativeTool {
  readonly name: string;
  readonly beta?: string;
  /** Argument of the AI SDK's tool → member of the native one. */
  readonly args?: { readonly [arg: string]: string };
}

const DISPLAY = {
  displayWidthPx: 'display_width_px',
  displayHeightPx: 'display_height_px',
  displayNumber: 'display_number',
};

/** By type. The beta flags are those that AWS's page and Anthropic's tool references give for each. */
const NATIVE: { readonly [type: string]: NativeTool } = {
  bash_20241022: { name: 'bash', beta: 'computer-use-2024-10-22' },
  bash_20250124: { name: 'bash', beta: 'computer-use-2025-01-24' },
  computer_20241022: { name: 'computer', beta: 'computer-use-2024-10-22', args: DISPLAY },
  computer_20250124: { name: 'computer', beta: 'computer-use-2025-01-24', args: DISPLAY },
  computer_20251124: {
    name: 'computer',
    beta: 'computer-use-2025-11-24',
    args: { ...DISPLAY, enableZoom: 'enable_zoom' },
  },
  text_editor_20241022: { name: 'str_replace_editor', beta: 'computer-use-2024-10-22' },
  text_editor_20250124: { name: 'str_replace_editor', beta: 'computer-use-2025-01-24' },
  text_editor_20250429: { name: 'str_replace_based_edit_tool', beta: 'computer-use-2025-01-24' },
  text_editor_20250728: { name: 'str_replace_based_edit_tool', args: { maxCharacters: 'max_characters' } },
  memory_20250818: { name: 'memory', beta: 'context-management-2025-06-27' },
};

/** Undefined, with a warning, for tools that run on Anthropic's servers, which Bedrock does not have, and for other models. */
export function anthropicTool(
  tool: LanguageModelV4ProviderTool,
  { capabilities, toolNames, warnings }: Conversation,
): AnthropicTool | undefined {
  const [provider, type = ''] = tool.id.split('.', 2);
  const native = provider === 'anthropic' && Object.hasOwn(NATIVE, type) ? NATIVE[type] : undefined;
  if (native === undefined) {
    warnings.unsupported(`tool ${tool.id}`, 'Amazon Bedrock does not run it.');
    return undefined;
  }
  if (capabilities.match !== 'none' && capabilities.vendor !== 'anthropic') {
    warnings.unsupported(`tool ${tool.id}`, `${capabilities.name} does not know Anthropic's tools.`);
    return undefined;
  }
  const { name, beta, args = {} } = native;
  toolNames.bind(tool.name, name);
  const given: UnknownRecord = Object.fromEntries(
    Object.entries(args).map(([arg, member]) => [member, tool.args[arg]]),
  );
  return {
    tool: { type, name, ...withoutUndefined(given) },
    betas: beta === undefined ? [] : [beta],
  };
}
