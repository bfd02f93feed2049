/**
 * A chat completion, in the form of OpenAI, as a conversation.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
 * https://platform.openai.com/docs/api-reference/chat/create
 */
import type {
  ConverseRequest,
  Json,
  JsonObject,
  OutputConfig,
  Tool,
  ToolChoice,
} from '@bedrock-kit/protocol';
import { chatTurns, type ReadId } from './chat-messages.ts';
import {
  choice,
  objectIn,
  objects,
  optionalFlag,
  optionalIntegerIn,
  optionalNumberIn,
  optionalObject,
  optionalText,
  text,
  texts,
} from './json-fields.ts';
import type { ReadContext } from './native-body.ts';
import { malformedInput } from './schema-check.ts';

/** Members that have a place in Converse; the others are passed on to the model. */
const placed = [
  'max_completion_tokens',
  'max_tokens',
  'messages',
  'model',
  'reasoning_effort',
  'response_format',
  'stop',
  'stream',
  'stream_options',
  'temperature',
  'tool_choice',
  'tools',
  'top_p',
];

/** @throws {ServiceError} `ValidationException` */
export function readChat(
  body: JsonObject,
  modelId: string,
  context: ReadContext,
  readId: ReadId = (id) => id,
): ConverseRequest {
  checkAddressed(body, modelId, context);
  const fields = additionalFields(body, modelId, context);
  const lengths = [1, Infinity] as const;
  return {
    modelId,
    ...chatTurns(body, readId),
    inferenceConfig: {
      maxTokens:
        optionalIntegerIn(body, 'max_completion_tokens', '', lengths) ??
        optionalIntegerIn(body, 'max_tokens', '', lengths),
      temperature: optionalNumberIn(body, 'temperature', '', [0, 2]),
      topP: optionalNumberIn(body, 'top_p', '', [0, 1]),
      stopSequences: stopsOf(body),
    },
    ...toolConfigOf(body, context),
    ...outputConfigOf(body),
    ...(Object.keys(fields).length > 0 && { additionalModelRequestFields: fields }),
  };
}

/** One stop sequence needs no list. */
function stopsOf(body: JsonObject): string[] | undefined {
  const { stop } = body;
  return typeof stop === 'string' ? [stop] : texts(body, 'stop', '');
}

/** A body may name its model and whether it streams, but both must agree with the path and the operation. */
function checkAddressed(body: JsonObject, modelId: string, { rules, streamed }: ReadContext): void {
  const model = optionalText(body, 'model', '') ?? modelId;
  const stream = optionalFlag(body, 'stream', '') ?? streamed;
  if (rules === 'off') return;
  if (model !== modelId)
    throw malformedInput(`#/model: ${model} is not the model that is called, ${modelId}`);
  if (streamed !== undefined && stream !== streamed)
    throw malformedInput(`#/stream: expected ${streamed} for this operation`);
}

/** The effort, at the place where the model has it in Converse. */
function additionalFields(body: JsonObject, modelId: string, { models }: ReadContext): JsonObject {
  const others = Object.entries(body).filter(([name]) => !placed.includes(name));
  const { reasoning } = models.capabilities(modelId);
  const effort = optionalText(body, 'reasoning_effort', '');
  if (effort === undefined) return Object.fromEntries(others);
  const path = 'effort' in reasoning && typeof reasoning.effort === 'object' ? reasoning.effort.path : [];
  const [top = 'reasoning_effort', ...rest] = path;
  const value = rest.reduceRight<Json>((inner, name) => ({ [name]: inner }), effort);
  return Object.fromEntries([...others, [top, value]]);
}

function toolConfigOf(body: JsonObject, { rules }: ReadContext): Pick<ConverseRequest, 'toolConfig'> {
  const tools = objects(body, 'tools', '').map((tool, index) => toolOf(tool, `/tools/${index}`));
  const chosen = toolChoiceOf(body);
  if (rules === 'aws' && tools.length === 0 && chosen !== undefined && chosen !== 'none')
    throw malformedInput('#: required key [tools] not found');
  // `none` forbids all tools: then the model has none.
  if (tools.length === 0 || chosen === 'none') return {};
  return { toolConfig: { tools, ...(chosen !== undefined && { toolChoice: chosen }) } };
}

function toolOf(tool: JsonObject, place: string): Tool {
  choice(tool, 'type', place, ['function']);
  const offered = objectIn(tool, 'function', place);
  const at = `${place}/function`;
  const description = optionalText(offered, 'description', at);
  const toolSpec = {
    name: text(offered, 'name', at),
    inputSchema: { json: optionalObject(offered, 'parameters', at) ?? { type: 'object' } },
    ...(description !== undefined && { description }),
    ...(offered['strict'] === true && { strict: true }),
  };
  return { toolSpec };
}

/** Mistral says `any` where OpenAI says `required`. */
const toolChoices = ['auto', 'none', 'required', 'any'] as const;

/** Undefined where the model may choose. */
function toolChoiceOf(body: JsonObject): ToolChoice | 'none' | undefined {
  const { tool_choice: chosen } = body;
  if (typeof chosen === 'string') {
    const way = choice(body, 'tool_choice', '', toolChoices);
    if (way === 'none') return 'none';
    return way === 'auto' ? undefined : { any: {} };
  }
  const named = optionalObject(body, 'tool_choice', '');
  if (named === undefined) return undefined;
  return {
    tool: { name: text(objectIn(named, 'function', '/tool_choice'), 'name', '/tool_choice/function') },
  };
}

function outputConfigOf(body: JsonObject): { outputConfig?: OutputConfig } {
  const format = optionalObject(body, 'response_format', '');
  if (format === undefined) return {};
  const type = choice(format, 'type', '/response_format', ['text', 'json_object', 'json_schema']);
  if (type === 'text') return {};
  const given = type === 'json_schema' ? objectIn(format, 'json_schema', '/response_format') : {};
  const schema = optionalObject(given, 'schema', '/response_format/json_schema') ?? { type: 'object' };
  return {
    outputConfig: {
      textFormat: { type: 'json_schema', structure: { jsonSchema: { schema: JSON.stringify(schema) } } },
    },
  };
}
