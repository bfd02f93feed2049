// The tools of a call.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html

import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from '@ai-sdk/provider';
import type { Tool, ToolSpecification } from '@bedrock-kit/protocol';
import { readPartOptions } from '../options.ts';
import type { UnknownRecord } from '../record.ts';
import { changed, unsupported } from '../warnings.ts';
import { addAnthropicTool } from './anthropic-tools.ts';
import type { Conversation } from './conversation.ts';
import { strictSchema } from './strict-schema.ts';
import { systemTool } from './system-tools.ts';
import { toolSchema } from './tool-schema.ts';
import { mayBeClaude } from './user-content.ts';
import { wellFormed } from './well-formed.ts';

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
  const converted: ConvertedTools = { tools: [], native: [], betas: [] };
  if (tools.length > 0 && conversation.capabilities.toolUse === false) {
    unsupported(conversation, 'tools', ' does not use tools.');
    return converted;
  }
  // First those whose names the model fixes, so that no tool of the caller gets one of them.
  for (const tool of [...tools].sort((a, b) => b.type.localeCompare(a.type))) {
    if (tool.type !== 'provider') {
      converted.tools.push({ toolSpec: toolSpec(tool, conversation) });
      const { cachePoint } = readPartOptions(
        tool.providerOptions,
        `tools[${tools.indexOf(tool)}]`,
        conversation.warnings,
      );
      if (cachePoint) converted.tools.push({ cachePoint });
    } else if (tool.id.startsWith('bedrock.')) {
      const own = systemTool(tool, conversation);
      if (own) converted.tools.push(own);
    } else addAnthropicTool(tool, converted, conversation);
  }
  return converted;
}

function toolSpec(tool: LanguageModelV4FunctionTool, conversation: Conversation): ToolSpecification {
  const { toolUse, toolNames } = conversation;
  const { schema, note } = toolSchema(tool.inputSchema, toolUse?.schema);
  if (note !== undefined) changed(conversation, `tool ${tool.name}`, note);
  const strict = tool.strict === true ? strictly(tool.name, schema, conversation) : undefined;
  const description = wellFormed(describe(tool), conversation);
  return {
    name: toolNames.wire(tool.name),
    ...(description && { description }),
    // A JSON schema is JSON.
    inputSchema: { json: (strict ?? schema) as { [key: string]: never } },
    ...(strict && { strict: true }),
  };
}

/** The closed schema that strict mode wants; undefined, with a warning, where the model or the schema is not for it. */
function strictly(
  name: string,
  schema: UnknownRecord,
  conversation: Conversation,
): UnknownRecord | undefined {
  const supported = conversation.toolUse?.strict !== false;
  const strict = supported ? strictSchema(schema, mayBeClaude(conversation.capabilities)) : undefined;
  if (!strict) {
    unsupported(
      conversation,
      'strict',
      `The tool ${name} is sent without it: ${supported ? 'its schema is more than constrained decoding takes' : 'the model has no strict mode'}.`,
    );
  }
  return strict;
}

/** Converse has no place for examples, so they stand in the description. */
function describe({ description = '', inputExamples = [] }: LanguageModelV4FunctionTool): string {
  const examples = inputExamples.map(({ input }) => JSON.stringify(input)).join('\n');
  const texts = [description.trim() && description, examples && `Examples of input:\n${examples}`];
  return texts.filter(Boolean).join('\n\n');
}
