/**
 * An Anthropic Messages body as a conversation.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html
 */
import type {
  ConverseRequest,
  Json,
  JsonObject,
  Message,
  OutputConfig,
  SystemContentBlock,
  Tool,
  ToolChoice,
} from '@bedrock-kit/protocol';
import { lastSummary } from '../context/compaction.ts';
import { isObject } from '../json.ts';
import { checkAnthropicBlocks } from './anthropic-blocks.ts';
import { cachePointOf } from './anthropic-cache-control.ts';
import { checkAnthropicBody, checkAnthropicSettings } from './anthropic-check.ts';
import { contentBlocks } from './anthropic-content.ts';
import { checkContextManagement } from './anthropic-context-check.ts';
import { checkAnthropicTools, checkToolChoice } from './anthropic-tools.ts';
import { checkAnthropicTurns } from './anthropic-turns.ts';
import {
  choice,
  objectIn,
  objects,
  optionalNumber,
  optionalObject,
  optionalText,
  text,
  texts,
} from './json-fields.ts';
import type { ReadContext } from './native-body.ts';

/** Members that Converse has no place for, and passes on as they are. */
const passedOn = ['thinking', 'top_k', 'anthropic_beta', 'metadata', 'context_management'];

/** Where the model tells how much it thought, be it shown or not. */
const thoughtTokens = '/usage/output_tokens_details';

/** @throws {ServiceError} `ValidationException` */
export function readAnthropicRequest(
  body: JsonObject,
  modelId: string,
  { models, rules }: ReadContext,
): ConverseRequest {
  checkAnthropicBody(body);
  checkAnthropicBlocks(body);
  checkAnthropicTools(body);
  if (rules === 'aws') {
    checkAnthropicSettings(body);
    checkToolChoice(body);
    const capabilities = models.capabilities(modelId);
    checkAnthropicTurns(body, capabilities);
    checkContextManagement(body, capabilities.baseModelId ?? modelId, capabilities);
  }
  const system = systemOf(body);
  const fields = additionalFields(body);
  const outputConfig = outputConfigOf(body);
  return {
    modelId,
    messages: messagesOf(objects(body, 'messages', '')),
    ...(system === undefined ? {} : { system }),
    inferenceConfig: {
      maxTokens: optionalNumber(body, 'max_tokens', ''),
      temperature: optionalNumber(body, 'temperature', ''),
      topP: optionalNumber(body, 'top_p', ''),
      stopSequences: texts(body, 'stop_sequences', ''),
    },
    ...toolConfigOf(body),
    ...(outputConfig === undefined ? {} : { outputConfig }),
    ...(Object.keys(fields).length === 0 ? {} : { additionalModelRequestFields: fields }),
    // Converse tells these only when it is asked.
    additionalModelResponseFieldPaths: ['/stop_sequence', '/context_management', thoughtTokens],
  };
}

function additionalFields(body: JsonObject): JsonObject {
  const fields: Record<string, Json> = {};
  for (const name of passedOn) {
    const value = body[name];
    if (value !== undefined) fields[name] = value;
  }
  const { output_config: output } = body;
  const effort = isObject(output) ? output['effort'] : undefined;
  return effort === undefined ? fields : { ...fields, output_config: { effort } };
}

function outputConfigOf(body: JsonObject): OutputConfig | undefined {
  const output = optionalObject(body, 'output_config', '');
  const format = output === undefined ? undefined : optionalObject(output, 'format', '/output_config');
  if (format === undefined) return undefined;
  choice(format, 'type', '/output_config/format', ['json_schema']);
  const schema = JSON.stringify(objectIn(format, 'schema', '/output_config/format'));
  return { textFormat: { type: 'json_schema', structure: { jsonSchema: { schema } } } };
}

function systemOf(body: JsonObject): SystemContentBlock[] | undefined {
  const { system } = body;
  if (system === undefined) return undefined;
  if (typeof system === 'string') return [{ text: system }];
  return objects(body, 'system', '').flatMap((block, index) => [
    { text: text(block, 'text', `/system/${index}`) },
    ...cachePointOf(block, `/system/${index}`),
  ]);
}

/** `none` forbids all tools: then the model has none. */
function toolConfigOf(body: JsonObject): Pick<ConverseRequest, 'toolConfig'> {
  const tools = objects(body, 'tools', '').flatMap((tool, index) => toolOf(tool, `/tools/${index}`));
  const { tool_choice: choice } = body;
  if (tools.length === 0 || (isObject(choice) && choice['type'] === 'none')) return {};
  return { toolConfig: { tools, ...toolChoiceOf(choice) } };
}

/** Tools that Anthropic defines have a type and no schema; the built-in model knows none of them. */
function toolOf(tool: JsonObject, place: string): Tool[] {
  const type = optionalText(tool, 'type', place) ?? 'custom';
  if (type !== 'custom') return [];
  const description = optionalText(tool, 'description', place);
  const toolSpec = {
    name: text(tool, 'name', place),
    inputSchema: { json: objectIn(tool, 'input_schema', place) },
    ...(description === undefined ? {} : { description }),
    ...(tool['strict'] === true ? { strict: true } : {}),
  };
  return [{ toolSpec }, ...cachePointOf(tool, place)];
}

function toolChoiceOf(choice: Json | undefined): { toolChoice?: ToolChoice } {
  if (!isObject(choice)) return {};
  if (choice['type'] === 'tool')
    return { toolChoice: { tool: { name: text(choice, 'name', '/tool_choice') } } };
  return { toolChoice: choice['type'] === 'any' ? { any: {} } : { auto: {} } };
}

function messagesOf(messages: readonly JsonObject[]): Message[] {
  const [first, block] = lastSummary(messages);
  return messages
    .map((message, index) => messageOf(message, `/messages/${index}`, index === first ? block : 0))
    .slice(first);
}

/** @param from - the first block that counts */
function messageOf(message: JsonObject, place: string, from: number): Message {
  const role = choice(message, 'role', place, ['user', 'assistant', 'system']);
  const { content } = message;
  if (typeof content === 'string') return { role, content: [{ text: content }] };
  return {
    role,
    content: objects(message, 'content', place).flatMap((block, index) =>
      index < from ? [] : contentBlocks(block, `${place}/content/${index}`),
    ),
  };
}
