// Anthropic's own tools in their native form: Claude knows them by type, with their arguments and without a schema.
// https://docs.aws.amazon.com/bedrock/latest/userguide/computer-use.html

import type { LanguageModelV4ProviderTool } from '@ai-sdk/provider';
import { memberOf, recordOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { changed, unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { snakeCase } from './system-tools.ts';
import type { ConvertedTools, Offer } from './tools.ts';

type NativeTool = readonly [name: string, beta?: string];

/** By type, the latest version of each kind last. The beta flags are those that AWS's page and Anthropic's tool references give for each. */
const NATIVE: { readonly [type: string]: NativeTool } = {
  bash_20241022: ['bash', 'computer-use-2024-10-22'],
  bash_20250124: ['bash', 'computer-use-2025-01-24'],
  computer_20241022: ['computer', 'computer-use-2024-10-22'],
  computer_20250124: ['computer', 'computer-use-2025-01-24'],
  computer_20251124: ['computer', 'computer-use-2025-11-24'],
  text_editor_20241022: ['str_replace_editor', 'computer-use-2024-10-22'],
  text_editor_20250124: ['str_replace_editor', 'computer-use-2025-01-24'],
  text_editor_20250429: ['str_replace_based_edit_tool', 'computer-use-2025-01-24'],
  text_editor_20250728: ['str_replace_based_edit_tool'],
  memory_20250818: ['memory', 'context-management-2025-06-27'],
};

/** Warns of tools that run on Anthropic's servers, which Bedrock does not have, and of those that another model does not know. */
export function addAnthropicTool(
  tool: LanguageModelV4ProviderTool,
  offer: ConvertedTools,
  conversation: Conversation,
): void {
  const { match, vendor } = conversation.capabilities;
  const [provider, type = ''] = tool.id.split('.', 2);
  const known = memberOf(NATIVE, type);
  const native = provider === 'anthropic' ? (known ?? latest(kindOf(type))) : undefined;
  if (!native) {
    unsupported(conversation, `tool ${tool.id}`, 'Amazon Bedrock does not run it.');
  } else if (match !== 'none' && vendor !== 'anthropic') {
    unsupported(conversation, `tool ${tool.id}`, " does not know Anthropic's tools.");
  } else {
    const [name] = native;
    conversation.toolNames.bind(tool.name, name);
    // The AI SDK's names in snake case. A tool written by hand may have no arguments.
    const args = Object.entries(recordOf(tool.args)).map(([arg, value]) => [snakeCase(arg), value]);
    offer.native.push({ type, name, ...withoutUndefined(Object.fromEntries(args) as UnknownRecord) });
    const beta = known?.[1];
    if (beta) offer.betas.add(beta);
    if (!known) changed(conversation, `tool ${tool.id}`, UNKNOWN_VERSION);
  }
}

const UNKNOWN_VERSION =
  'This version is not known here: if it needs a beta flag, give that as anthropicBeta.';

/** Without its version. */
function kindOf(type: string): string {
  return type.replace(/\d+$/, '');
}

/** The latest version that is known: a later one is taken to have the same name. */
function latest(kind: string): NativeTool | undefined {
  const versions = Object.entries(NATIVE).filter(([type]) => kindOf(type) === kind);
  return versions.at(-1)?.[1];
}

/** For `additionalModelRequestFields`: Anthropic's own tools, and the beta flags that they need. */
export function nativeFields({ native, betas }: Offer): UnknownRecord {
  return {
    ...(native.length > 0 && { tools: native }),
    ...(betas.size > 0 && { anthropic_beta: [...betas] }),
  };
}
