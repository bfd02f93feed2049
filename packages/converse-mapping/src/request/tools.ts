// The tools of a call.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolConfiguration.html

import type { LanguageModelV4CallOptions, LanguageModelV4FunctionTool } from '@ai-sdk/provider';
import type { Tool, ToolSpecification } from '@bedrock-kit/protocol';
import { readPartOptions } from '../read-options.ts';
import type { UnknownRecord } from '../record.ts';
import { changed, unsupported } from '../warnings.ts';
import { addAnthropicTool } from './anthropic-tools.ts';
import { type Conversation, usesTools } from './conversation.ts';
import { type InputNames, inputNames, withInputNames, withWireNames } from './input-names.ts';
import { finite } from './json-schema.ts';
import { mayBeClaude } from './model-family.ts';
import type { ResponseFormatPlan } from './response-format.ts';
import { grammarRoom, strictSchema } from './strict-schema.ts';
import { addSystemTool } from './system-tools.ts';
import { toolSchema } from './tool-schema.ts';
import { wellFormed } from './well-formed.ts';

/** Tools that may be called: those of Converse, and Anthropic's own in their native form. */
export interface Offer {
  readonly tools: Tool[];
  readonly native: UnknownRecord[];
  /** The beta flags that the native ones need. */
  readonly betas: Set<string>;
}

/** Tools as they will be sent, before a choice among them is made. */
export interface ConvertedTools extends Offer {
  /** Those that ask for strict mode, with the closed schemas that it wants. */
  readonly strict: {
    readonly name: string;
    readonly spec: ToolSpecification;
    readonly schema: UnknownRecord;
  }[];
}

export function convertTools(
  tools: NonNullable<LanguageModelV4CallOptions['tools']>,
  conversation: Conversation,
): ConvertedTools {
  const converted: ConvertedTools = { tools: [], native: [], betas: new Set(), strict: [] };
  if (tools.length > 0 && !usesTools(conversation)) {
    unsupported(conversation, 'tools', ' does not use tools.');
    return converted;
  }
  // First the tools whose names the model fixes, so that no other tool takes one of these names.
  for (const tool of [...tools].sort((a, b) => b.type.localeCompare(a.type))) {
    if (tool.type !== 'provider') {
      const path = `tools[${tools.indexOf(tool)}]`;
      converted.tools.push({ toolSpec: finite(path, () => toolSpec(tool, converted, conversation)) });
      const { cachePoint } = readPartOptions(tool, path, conversation);
      if (cachePoint) converted.tools.push({ cachePoint });
    } else if (tool.id.startsWith('bedrock.')) {
      addSystemTool(tool, converted, conversation);
    } else addAnthropicTool(tool, converted, conversation);
  }
  return converted;
}

function toolSpec(
  tool: LanguageModelV4FunctionTool,
  { strict }: ConvertedTools,
  conversation: Conversation,
): ToolSpecification {
  const { toolUse, toolNames } = conversation;
  const { schema: given, note } = toolSchema(tool.inputSchema, toolUse?.schema);
  if (note !== undefined) changed(conversation, `tool ${tool.name}`, note);
  const name = toolNames.wire(tool.name);
  const names = mayBeClaude(conversation) ? inputNames(given) : undefined;
  if (names) conversation.inputNames.set(name, names);
  const schema = names ? withInputNames(given, names) : given;
  const description = wellFormed(describe(tool, names), conversation);
  const spec: ToolSpecification = {
    name,
    ...(description && { description }),
    // A JSON schema is JSON.
    inputSchema: { json: schema as { [key: string]: never } },
  };
  if (tool.strict === true) {
    const isTaken = toolUse?.strict !== false;
    const closed = isTaken && strictSchema(schema, mayBeClaude(conversation));
    if (closed) strict.push({ name: tool.name, spec, schema: closed });
    else notStrict(tool.name, isTaken ? TOO_MUCH : NO_STRICT_MODE, conversation);
  }
  return spec;
}

const NO_STRICT_MODE = 'the model has no strict mode';
const TOO_MUCH = 'its schema is more than constrained decoding takes';
const NO_ROOM = 'the strict tools before it fill what one request may hold';

/** Strict mode for the tools that ask for it; with Claude only while there is room beside the JSON answer and the tools before. */
export function settleStrict(
  { strict }: ConvertedTools,
  answer: ResponseFormatPlan | undefined,
  conversation: Conversation,
): void {
  const fits = mayBeClaude(conversation) ? grammarRoom() : () => true;
  if (answer?.grammar) fits(answer.grammar, answer.tool ? 1 : 0);
  for (const { name, spec, schema } of strict) {
    if (fits(schema)) Object.assign(spec, { inputSchema: { json: schema }, strict: true });
    else notStrict(name, NO_ROOM, conversation);
  }
}

function notStrict(name: string, why: string, conversation: Conversation): void {
  unsupported(conversation, 'strict', `The tool ${name} is sent without it: ${why}.`);
}

/** Converse has no place for examples, so they stand in the description. */
function describe(
  { description, inputExamples }: LanguageModelV4FunctionTool,
  names: InputNames | undefined,
): string {
  const examples = inputExamples?.map(({ input }) => JSON.stringify(withWireNames(input, names))).join('\n');
  const texts = [description?.trim() && description, examples && `Examples of input:\n${examples}`];
  return texts.filter(Boolean).join('\n\n');
}
