// The tools of a call.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html

import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FunctionTool,
  LanguageModelV4ProviderTool,
} from '@ai-sdk/provider';
import type { Tool, ToolSpecification } from '@bedrock-kit/protocol';
import { readPartOptions } from '../options.ts';
import type { UnknownRecord } from '../record.ts';
import type { Warnings } from '../warnings.ts';
import { anthropicTool } from './anthropic-tools.ts';
import type { Conversation } from './conversation.ts';
import { strictSchema } from './strict-schema.ts';
import { systemTool } from './system-tools.ts';
import { toolSchema } from './tool-schema.ts';

/** Tools as they will be sent, before a choice among them is made. */
export interface ConvertedTools {
  readonly tools: Tool[];
  /** Anthropic's own tools, for `additionalModelRequestFields.tools`. */
  readonly native: UnknownRecord[];
  readonly betas: string[];
}

export function convertTools(
  tools: NonNullable<LanguageModelV4CallOptions['tools']>,
  conversation: Conversation,
): ConvertedTools {
  const { capabilities, warnings } = conversation;
  const converted: ConvertedTools = { tools: [], native: [], betas: [] };
  if (tools.length > 0 && capabilities.toolUse === false) {
    warnings.unsupported('tools', `${capabilities.name} does not use tools.`);
    return converted;
  }
  tools.forEach((tool, index) => {
    if (tool.type === 'provider') {
      addProviderTool(tool, converted, conversation);
      return;
    }
    converted.tools.push({ toolSpec: toolSpec(tool, conversation) });
    const { cachePoint } = readPartOptions(tool.providerOptions, `tools[${index}]`, warnings);
    if (cachePoint !== undefined) converted.tools.push({ cachePoint });
  });
  return converted;
}

function addProviderTool(
  tool: LanguageModelV4ProviderTool,
  { tools, native, betas }: ConvertedTools,
  conversation: Conversation,
): void {
  if (tool.id.startsWith('bedrock.')) {
    const own = systemTool(tool, conversation);
    if (own !== undefined) tools.push(own);
    return;
  }
  const own = anthropicTool(tool, conversation);
  if (own === undefined) return;
  native.push(own.tool);
  betas.push(...own.betas);
}

function toolSpec(
  tool: LanguageModelV4FunctionTool,
  { toolUse, toolNames, warnings }: Conversation,
): ToolSpecification {
  const { schema, note } = toolSchema(tool.inputSchema, toolUse?.schema);
  if (note !== undefined) warnings.compatibility(`tool ${tool.name}`, note);
  const strict = tool.strict === true ? strictly(tool.name, schema, toolUse?.strict, warnings) : undefined;
  const description = describe(tool);
  return {
    name: toolNames.wire(tool.name),
    ...(description !== '' && { description }),
    // A JSON schema is JSON.
    inputSchema: { json: (strict ?? schema) as { [key: string]: never } },
    ...(strict !== undefined && { strict: true }),
  };
}

/** The closed schema that strict mode wants; undefined, with a warning, where the model or the schema is not for it. */
function strictly(
  name: string,
  schema: UnknownRecord,
  supported: boolean | 'unknown' | undefined,
  warnings: Warnings,
): UnknownRecord | undefined {
  if (supported === false) {
    warnings.unsupported('strict', `The model has no strict mode, so the tool ${name} is sent without it.`);
    return undefined;
  }
  const strict = strictSchema(schema);
  if (strict === undefined) {
    warnings.unsupported(
      'strict',
      `The schema of the tool ${name} has objects with additional properties or contains itself, so it is sent without strict mode.`,
    );
  }
  return strict;
}

/** Converse has no place for examples, so they stand in the description. */
function describe({ description = '', inputExamples = [] }: LanguageModelV4FunctionTool): string {
  const examples = inputExamples.map(({ input }) => JSON.stringify(input));
  const text = description.trim() === '' ? [] : [description];
  if (examples.length > 0) text.push(`Examples of input:\n${examples.join('\n')}`);
  return text.join('\n\n');
}
