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
} from '@bedrock-kit/protocol';
import { lastSummary } from '../context/compaction.ts';
import { isObject } from '../json.ts';
import { checkAnthropicBlocks } from './anthropic-blocks.ts';
import { cachePointOf } from './anthropic-cache-control.ts';
import { checkAnthropicBody, checkAnthropicSettings } from './anthropic-check.ts';
import { contentBlocks } from './anthropic-content.ts';
import { checkContextManagement } from './anthropic-context-check.ts';
import { toolConfigOf } from './anthropic-tool-config.ts';
import { checkAnthropicTools, checkToolChoice } from './anthropic-tools.ts';
import { checkAnthropicTurns } from './anthropic-turns.ts';
import { choice, objectIn, objects, optionalNumber, optionalObject, text, texts } from './json-fields.ts';
import type { ReadContext } from './native-body.ts';

/** Members that Converse has no place for, and passes on as they are. */
const passedOn = ['thinking', 'top_k', 'anthropic_beta', 'metadata', 'context_management'];

/** Where the model tells how much it thought, be it shown or not. */
const thoughtTokens = '/usage/output_tokens_details';

/** @throws {ServiceError} `ValidationException` */
export function readAnthropicRequest(
  body: JsonObject,
  modelId: string,
  { models, rules, streamed }: ReadContext,
): ConverseRequest {
  checkAnthropicBody(body);
  checkAnthropicBlocks(body);
  checkAnthropicTools(body);
  if (rules === 'aws') {
    checkAnthropicSettings(body, streamed);
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
  const { output_config: output, tool_choice } = body;
  const effort = isObject(output) ? output['effort'] : undefined;
  const isOwnChoice =
    isObject(tool_choice) && (tool_choice['type'] === 'none' || 'disable_parallel_tool_use' in tool_choice);
  return {
    ...fields,
    ...(effort !== undefined && { output_config: { effort } }),
    ...(isOwnChoice && { tool_choice }),
  };
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
