// How a JSON answer is asked for: the best means that the model has, next to its tools and its reasoning.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { StructuredOutputMeans } from '@bedrock-kit/models';
import type { OutputFormat, ToolSpecification } from '@bedrock-kit/protocol';
import type { StructuredOutput } from '../context.ts';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { isRecord, type UnknownRecord, without } from '../record.ts';
import type { Conversation } from './conversation.ts';
import { strictSchema } from './strict-schema.ts';
import { toolSchema } from './tool-schema.ts';

export interface ResponseFormatPlan {
  /** For the way back. */
  readonly output: StructuredOutput;
  readonly textFormat?: OutputFormat;
  readonly tool?: ToolSpecification;
  /** The model is made to call a tool. */
  readonly forced: boolean;
  /** Added to the system prompt. */
  readonly instruction?: string;
}

export interface ResponseFormatRules {
  readonly conversation: Conversation;
  readonly mode: BedrockLanguageModelOptions['structuredOutputMode'];
  readonly reasoning: boolean;
  readonly stream: boolean;
  /** The call streams, has no tools yet, and a tool would make the model refuse to stream. */
  readonly toolsEndStream: boolean;
}

type JsonFormat = Extract<NonNullable<LanguageModelV4CallOptions['responseFormat']>, { type: 'json' }>;

export function planResponseFormat(
  format: LanguageModelV4CallOptions['responseFormat'],
  rules: ResponseFormatRules,
): ResponseFormatPlan | undefined {
  if (format?.type !== 'json') return undefined;
  if (!isRecord(format.schema)) return byInstruction(undefined, format, { wrapped: false, root: 'any' });
  const root = rootOf(format.schema);
  const wrapped = root !== 'object';
  const schema = wrapped ? wrap(format.schema) : format.schema;
  const means = meansOf(rules, schema);
  switch (means) {
    case 'native':
      return { ...native(format, schema), output: { means, wrapped, root }, forced: false };
    case 'strict-tool':
    case 'forced-tool':
    case 'tool':
      return byTool(means, format, schema, { wrapped, root }, rules.conversation);
    case 'instruction':
      // Words can ask for any root, so nothing has to be wrapped.
      return byInstruction(format.schema, format, { wrapped: false, root });
  }
}

type Root = Pick<StructuredOutput, 'wrapped' | 'root'>;

function meansOf(rules: ResponseFormatRules, schema: UnknownRecord): StructuredOutputMeans {
  const { reasoning, mode = 'auto', conversation } = rules;
  const { capabilities, warnings } = conversation;
  const { means, meansWhileReasoning } = capabilities.structuredOutput;
  const able = (reasoning ? meansWhileReasoning : means).filter((choice) => {
    if (choice === 'native') return isNativePossible(rules, schema);
    if (choice === 'instruction') return true;
    // A tool would cost the stream where the model does not stream with tools.
    return !rules.toolsEndStream && (choice !== 'strict-tool' || strictSchema(schema) !== undefined);
  });
  const wanted = WANTED[mode];
  const found = able.find((choice) => wanted === undefined || wanted.includes(choice));
  if (found !== undefined) return found;
  const [best = 'instruction'] = able;
  if (wanted !== undefined) {
    warnings.compatibility(
      'structuredOutputMode',
      `${capabilities.name} cannot do "${mode}" for this call, so the JSON is asked for by "${best}".`,
    );
  }
  return best;
}

const TOOLS: readonly StructuredOutputMeans[] = ['strict-tool', 'forced-tool', 'tool'];

const WANTED: {
  readonly [mode in NonNullable<BedrockLanguageModelOptions['structuredOutputMode']>]:
    | readonly StructuredOutputMeans[]
    | undefined;
} = {
  auto: undefined,
  native: ['native'],
  outputFormat: ['native'],
  'strict-tool': ['strict-tool'],
  tool: TOOLS,
  jsonTool: TOOLS,
  instruction: ['instruction'],
};

function isNativePossible(
  { conversation: { capabilities, citing }, stream }: ResponseFormatRules,
  schema: UnknownRecord,
): boolean {
  if (stream && capabilities.structuredOutput.nativeStreaming !== true) return false;
  // Claude refuses citations beside constrained decoding.
  return !citing && strictSchema(schema) !== undefined;
}

function native({ name, description }: JsonFormat, schema: UnknownRecord): { textFormat: OutputFormat } {
  return {
    textFormat: {
      type: 'json_schema',
      structure: {
        jsonSchema: {
          schema: JSON.stringify(strictSchema(schema)),
          ...(name !== undefined && { name }),
          ...(description !== undefined && { description }),
        },
      },
    },
  };
}

function byTool(
  means: 'strict-tool' | 'forced-tool' | 'tool',
  { description }: JsonFormat,
  given: UnknownRecord,
  root: Root,
  { toolNames, toolUse }: Conversation,
): ResponseFormatPlan {
  const strict = means === 'strict-tool' ? strictSchema(given) : undefined;
  const { schema } = toolSchema(strict ?? given, toolUse?.schema);
  // Never the name of a tool of the caller.
  const name = toolNames.reserve('json');
  return {
    output: { means: 'tool', toolName: name, ...root },
    forced: means !== 'tool',
    tool: {
      name,
      description:
        description?.trim() || 'Gives the final answer. Call it once, when the answer is complete.',
      // A JSON schema is JSON.
      inputSchema: { json: schema as { [key: string]: never } },
      ...(strict !== undefined && { strict: true }),
    },
    ...(means === 'tool' && {
      instruction: `Give your final answer by calling the tool "${name}", and in no other way.`,
    }),
  };
}

function byInstruction(
  schema: UnknownRecord | undefined,
  { name, description }: JsonFormat,
  root: Root,
): ResponseFormatPlan {
  const what = [name, description].filter((text) => text !== undefined && text !== '').join(': ');
  const lines = ['Answer with one JSON value and nothing else: no explanation, no code fence.'];
  if (what !== '') lines.push(`The value is ${what}`);
  if (schema !== undefined)
    lines.push(`It must be valid against this JSON schema:\n${JSON.stringify(schema)}`);
  return { output: { means: 'instruction', ...root }, forced: false, instruction: lines.join('\n') };
}

function rootOf(schema: UnknownRecord): StructuredOutput['root'] {
  const { type } = schema;
  if (type === 'object' || isRecord(schema['properties'])) return 'object';
  return type === 'array' ? 'array' : 'any';
}

/** Tools and constrained decoding want an object at the root. */
function wrap(schema: UnknownRecord): UnknownRecord {
  const { $defs, definitions } = schema;
  const value = without(schema, '$defs', 'definitions', '$schema');
  return {
    type: 'object',
    properties: { value },
    required: ['value'],
    additionalProperties: false,
    ...(isRecord($defs) && { $defs }),
    ...(isRecord(definitions) && { definitions }),
  };
}
