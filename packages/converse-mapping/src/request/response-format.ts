// How a JSON answer is asked for: by the best means that the model has, given its tools and its reasoning.
// https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { StructuredOutputMeans } from '@bedrock-kit/models';
import type { OutputFormat, ToolSpecification } from '@bedrock-kit/protocol';
import type { RequestedJson } from '../context.ts';
import { envelopesOf } from '../envelope.ts';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { isRecord, picked, recordOf, type UnknownRecord, without, withoutUndefined } from '../record.ts';
import { changed } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { inputNames } from './input-names.ts';
import { mapSchema, optionalMembers, someSchema, withDefinitionsAtRoot } from './json-schema.ts';
import { mayBeClaude } from './model-family.ts';
import { strictSchema } from './strict-schema.ts';
import { legalText, TOOL_NAMES } from './tool-names.ts';
import { isMap, toolSchema } from './tool-schema.ts';

export interface ResponseFormatPlan {
  /** For the way back. */
  readonly output: RequestedJson;
  readonly textFormat?: OutputFormat;
  /** For `additionalModelRequestFields`. */
  readonly fields?: UnknownRecord | undefined;
  readonly tool?: ToolSpecification;
  /** What constrains the model. */
  readonly grammar?: UnknownRecord | undefined;
  /** The model is made to call the tool. */
  readonly forced?: boolean;
  /** Added to the system prompt. */
  readonly instruction?: string;
}

export interface ResponseFormatRules {
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
  conversation: Conversation,
): ResponseFormatPlan | undefined {
  if (format?.type !== 'json') return undefined;
  const { name, description } = format;
  const json: unknown = format.schema;
  if (!isRecord(json)) return byInstruction(format, 'any');
  const given = withDefinitionsAtRoot(json);
  const root = rootOf(given);
  const wrapped = root !== 'object';
  const schema = wrapped ? wrap(given) : given;
  const means = meansOf(rules, schema, conversation);
  if (means === 'instruction') return byInstruction(format, root);
  if (means !== 'native') return byTool(means, format, schema, { wrapped, root }, conversation);
  const grammar = strictly(schema, conversation);
  const { strictFields } = conversation.capabilities.structuredOutput;
  // The API of OpenAI, behind which such fields are, knows no schema without a name, and for names it has the rule of tools:
  // https://github.com/pydantic/pydantic-ai/pull/2271
  const title = strictFields ? legalText(name || 'response', TOOL_NAMES) : name;
  return {
    output: { means, wrapped, root },
    grammar,
    fields: someSchema(grammar, isLoose) ? undefined : strictFields,
    textFormat: {
      type: 'json_schema',
      structure: {
        jsonSchema: {
          schema: JSON.stringify(grammar),
          ...withoutUndefined({ name: title, description }),
        },
      },
    },
  };
}

/**
 * Beyond OpenAI's strict mode, whose API refuses the request then: a member that may be left out or has a default, a value or items of any
 * kind, addresses as a format. https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas
 */
function isLoose(schema: UnknownRecord): boolean {
  const { format, items, type } = schema;
  return (
    'default' in schema ||
    format === 'uri' ||
    !['type', 'anyOf', '$ref'].some((key) => key in schema) ||
    ([type].flat().includes('array') && !isRecord(items)) ||
    optionalMembers(schema).length > 0
  );
}

function strictly(schema: UnknownRecord, conversation: Conversation): UnknownRecord | undefined {
  return strictSchema(schema, mayBeClaude(conversation));
}

function meansOf(
  { mode = 'auto', reasoning, stream, toolsEndStream }: ResponseFormatRules,
  schema: UnknownRecord,
  conversation: Conversation,
): StructuredOutputMeans {
  const { native, nativeStreaming, ...known } = conversation.capabilities.structuredOutput;
  const wanted = MEANS[mode] ?? [mode];
  const means = reasoning ? known.meansWhileReasoning : known.means;
  // Who asks for it knows more than the record. https://github.com/vercel/ai/issues/20780
  const trusted = native === 'unknown' && wanted.includes('native');
  const all: typeof means = trusted ? ['native', ...means] : means;
  const isAble = (choice: StructuredOutputMeans): boolean => {
    if (choice === 'instruction') return true;
    // A tool would cost the stream where the model does not stream with tools; Claude refuses citations beside constrained decoding.
    const possible =
      choice === 'native' ? !conversation.citing && (!stream || nativeStreaming === native) : !toolsEndStream;
    return possible && (!STRICT.includes(choice) || strictly(schema, conversation) !== undefined);
  };
  const best = all.find(isAble) ?? 'instruction';
  if (mode === 'auto') return best;
  const found = all.find((choice) => wanted.includes(choice) && isAble(choice));
  if (found) return found;
  changed(
    conversation,
    'structuredOutputMode',
    ` cannot do "${mode}" for this call, so the JSON is asked for by "${best}".`,
  );
  return best;
}

const STRICT: readonly StructuredOutputMeans[] = ['native', 'strict-tool'];
/** Without `strict`, which accounts that refuse schemas refuse as well: https://github.com/vercel/ai/pull/19999 */
const TOOLS: readonly StructuredOutputMeans[] = ['forced-tool', 'tool'];

/** What a mode means, where it is not the means of that name alone. */
const MEANS: { readonly [mode: string]: readonly string[] } = {
  outputFormat: ['native'],
  tool: TOOLS,
  jsonTool: TOOLS,
};

function byTool(
  means: StructuredOutputMeans,
  format: JsonFormat,
  given: UnknownRecord,
  root: Pick<RequestedJson, 'wrapped' | 'root'>,
  conversation: Conversation,
): ResponseFormatPlan {
  const { toolNames, toolUse } = conversation;
  // Further in, Nova takes a map, and Claude takes members of any name.
  const isRefusedAtRoot =
    toolUse?.schema.otherRootMembers === false
      ? isMap(given)
      : mayBeClaude(conversation) && inputNames(given) !== undefined;
  if (isRefusedAtRoot && !root.wrapped) {
    return byTool(means, format, wrap(given), { wrapped: true, root: 'object' }, conversation);
  }
  const strict = means === 'strict-tool' ? strictly(given, conversation) : undefined;
  const { schema, note } = toolSchema(strict ?? given, toolUse?.schema);
  if (note !== undefined) changed(conversation, 'responseFormat', note);
  // Never the name of a tool of the caller.
  const name = toolNames.reserve('json');
  return {
    output: { means: 'tool', toolName: name, ...root, envelopes: envelopesOf(given) },
    forced: means !== 'tool',
    grammar: strict,
    tool: {
      name,
      description:
        format.description?.trim() || 'Gives the final answer. Call it once, when the answer is complete.',
      // A JSON schema is JSON.
      inputSchema: { json: schema as { [key: string]: never } },
      ...(strict && { strict: true }),
    },
    ...(means === 'tool' && {
      instruction: `Give your final answer by calling the tool "${name}", and in no other way.`,
    }),
  };
}

/** Words can ask for any root, so nothing has to be wrapped. */
function byInstruction(
  { name, description, schema }: JsonFormat,
  root: RequestedJson['root'],
): ResponseFormatPlan {
  const what = [name, description].filter(Boolean).join(': ');
  const lines = [
    'Answer with one JSON value and nothing else: no explanation, no code fence.',
    what && `The value is ${what}`,
    isRecord(schema) && `It must be valid against this JSON schema:\n${JSON.stringify(schema)}`,
  ];
  return {
    output: { means: 'instruction', wrapped: false, root },
    instruction: lines.filter(Boolean).join('\n'),
  };
}

function rootOf({ type, properties }: UnknownRecord): RequestedJson['root'] {
  if (type === 'object' || isRecord(properties)) return 'object';
  return type === 'array' ? 'array' : 'any';
}

/** Tools and constrained decoding want an object at the root. */
function wrap(given: UnknownRecord): UnknownRecord {
  const schema = recordOf(mapSchema(given, pointingToValue));
  return {
    type: 'object',
    properties: { value: without(schema, '$defs', 'definitions', '$schema') },
    required: ['value'],
    additionalProperties: false,
    ...picked(schema, '$defs', 'definitions'),
  };
}

/** References to the root, or into it, lead to where it stands now; definitions stay where they are. */
function pointingToValue(schema: UnknownRecord): UnknownRecord {
  const { $ref } = schema;
  if (typeof $ref !== 'string') return schema;
  return { ...schema, $ref: $ref.replace(/^#(?=\/(?!\$defs\/|definitions\/)|$)/, '#/properties/value') };
}
