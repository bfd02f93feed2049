/**
 * An Anthropic Messages body as a conversation.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html
 */
import type {
  ContentBlock,
  ConverseRequest,
  DocumentFormat,
  ImageFormat,
  Json,
  JsonObject,
  Message,
  SystemContentBlock,
  Tool,
  ToolChoice,
  ToolResultContentBlock,
} from '@bedrock-kit/protocol';
import { decodeBase64 } from '../../wire/base64.ts';
import { isObject, objects, optionalNumber, optionalText, text, texts } from './json-fields.ts';
import { malformedInput } from './native-body.ts';

const version = 'bedrock-2023-05-31';

/** @throws {ServiceError} `ValidationException` */
export function readAnthropicRequest(body: JsonObject, modelId: string): ConverseRequest {
  for (const key of ['anthropic_version', 'max_tokens', 'messages']) {
    if (body[key] === undefined) throw malformedInput(`#: required key [${key}] not found`);
  }
  // Both stand elsewhere on Bedrock: the model in the path, streaming in the operation.
  for (const key of ['model', 'stream']) {
    if (body[key] !== undefined) throw malformedInput(`#: extraneous key [${key}] is not permitted`);
  }
  if (body['anthropic_version'] !== version) {
    throw malformedInput(
      `#/anthropic_version: ${JSON.stringify(body['anthropic_version'])} is not a valid enum value`,
    );
  }
  const system = systemOf(body);
  const tools = toolsOf(body);
  const thinking = body['thinking'];
  return {
    modelId,
    messages: objects(body, 'messages', '').map((message, index) => messageOf(message, `/messages/${index}`)),
    ...(system === undefined ? {} : { system }),
    inferenceConfig: {
      maxTokens: optionalNumber(body, 'max_tokens', ''),
      temperature: optionalNumber(body, 'temperature', ''),
      topP: optionalNumber(body, 'top_p', ''),
      stopSequences: texts(body, 'stop_sequences', ''),
    },
    ...(tools.length === 0 ? {} : { toolConfig: { tools, ...toolChoiceOf(body) } }),
    ...(thinking === undefined ? {} : { additionalModelRequestFields: { thinking } }),
    // Converse tells the stop sequence only when it is asked.
    additionalModelResponseFieldPaths: ['/stop_sequence'],
  };
}

function systemOf(body: JsonObject): SystemContentBlock[] | undefined {
  const { system } = body;
  if (system === undefined || system === null) return undefined;
  if (typeof system === 'string') return [{ text: system }];
  return objects(body, 'system', '').map((block, index) => ({
    text: text(block, 'text', `/system/${index}`),
  }));
}

function toolsOf(body: JsonObject): Tool[] {
  return objects(body, 'tools', '').map((tool, index) => {
    const description = optionalText(tool, 'description', `/tools/${index}`);
    return {
      toolSpec: {
        name: text(tool, 'name', `/tools/${index}`),
        inputSchema: { json: tool['input_schema'] ?? {} },
        ...(description === undefined ? {} : { description }),
      },
    };
  });
}

function toolChoiceOf(body: JsonObject): { toolChoice?: ToolChoice } {
  const { tool_choice: choice } = body;
  if (!isObject(choice)) return {};
  if (choice['type'] === 'tool')
    return { toolChoice: { tool: { name: text(choice, 'name', '/tool_choice') } } };
  return { toolChoice: choice['type'] === 'any' ? { any: {} } : { auto: {} } };
}

function messageOf(message: JsonObject, place: string): Message {
  const role = text(message, 'role', place);
  if (role !== 'user' && role !== 'assistant') {
    throw malformedInput(`#${place}/role: ${role} is not a valid enum value`);
  }
  const { content } = message;
  if (typeof content === 'string') return { role, content: [{ text: content }] };
  if (content === undefined) throw malformedInput(`#${place}: required key [content] not found`);
  return {
    role,
    content: objects(message, 'content', place).flatMap((block, index) =>
      blockOf(block, `${place}/content/${index}`),
    ),
  };
}

/** Kinds of content that the built-in model has no use for are left out. */
function blockOf(block: JsonObject, place: string): ContentBlock[] {
  switch (text(block, 'type', place)) {
    case 'text':
      return [{ text: text(block, 'text', place) }];
    case 'image':
      return [imageOf(block, place)];
    case 'document':
      return [documentOf(block, place)];
    case 'tool_use':
      return [
        {
          toolUse: {
            toolUseId: text(block, 'id', place),
            name: text(block, 'name', place),
            input: block['input'] ?? {},
          },
        },
      ];
    case 'tool_result':
      return [toolResultOf(block, place)];
    case 'thinking': {
      const signature = optionalText(block, 'signature', place);
      const reasoning = {
        text: text(block, 'thinking', place),
        ...(signature === undefined ? {} : { signature }),
      };
      return [{ reasoningContent: { reasoningText: reasoning } }];
    }
    default:
      return [];
  }
}

interface Media {
  readonly type: string;
  readonly bytes: Uint8Array;
}

function mediaOf(block: JsonObject, place: string): Media {
  const { source } = block;
  if (!isObject(source)) throw malformedInput(`#${place}: required key [source] not found`);
  const bytes = decodeBase64(text(source, 'data', `${place}/source`));
  if (bytes === undefined) throw malformedInput(`#${place}/source/data: invalid base64 data`);
  return { type: text(source, 'media_type', `${place}/source`), bytes };
}

const imageFormats: readonly ImageFormat[] = ['png', 'jpeg', 'gif', 'webp'];

function imageOf(block: JsonObject, place: string): Extract<ContentBlock, { image: unknown }> {
  const { type, bytes } = mediaOf(block, place);
  const format = imageFormats.find((one) => type === `image/${one}`);
  if (format === undefined)
    throw malformedInput(`#${place}/source/media_type: ${type} is not a valid enum value`);
  return { image: { format, source: { bytes } } };
}

function documentOf(block: JsonObject, place: string): Extract<ContentBlock, { document: unknown }> {
  const name = optionalText(block, 'title', place) ?? 'document';
  const { source } = block;
  if (isObject(source) && source['type'] === 'text') {
    return { document: { name, format: 'txt', source: { text: text(source, 'data', `${place}/source`) } } };
  }
  const { type, bytes } = mediaOf(block, place);
  const format: DocumentFormat = type === 'application/pdf' ? 'pdf' : 'txt';
  return { document: { name, format, source: { bytes } } };
}

function toolResultOf(block: JsonObject, place: string): ContentBlock {
  const toolUseId = text(block, 'tool_use_id', place);
  const status = block['is_error'] === true ? 'error' : 'success';
  const content: ToolResultContentBlock[] =
    typeof block['content'] === 'string'
      ? [{ text: block['content'] }]
      : objects(block, 'content', place).flatMap((part, index) =>
          resultPart(part, `${place}/content/${index}`),
        );
  return { toolResult: { toolUseId, content, status } };
}

function resultPart(part: Json & JsonObject, place: string): ToolResultContentBlock[] {
  if (part['type'] === 'image') return [imageOf(part, place)];
  return part['type'] === 'text' ? [{ text: text(part, 'text', place) }] : [];
}
