/**
 * The messages of a chat completion as turns of a conversation.
 *
 * https://platform.openai.com/docs/api-reference/chat/create
 */
import type { ContentBlock, Json, JsonObject, Message, SystemContentBlock } from '@bedrock-kit/protocol';
import { isList, isObject } from '../json.ts';
import { imagePart } from './image-part.ts';
import { checkCount, choice, objectIn, objects, optionalText, text } from './json-fields.ts';
import { checkKeys, malformedInput } from './schema-check.ts';

const roles = ['system', 'developer', 'user', 'assistant', 'tool'] as const;

export interface ChatTurns {
  readonly system?: SystemContentBlock[];
  readonly messages: Message[];
}

/** The id of a call as Converse has it. */
export type ReadId = (id: string) => string;

/** @throws {ServiceError} `ValidationException` */
export function chatTurns(body: JsonObject, readId: ReadId): ChatTurns {
  checkKeys(body, '', { required: ['messages'] });
  const system: SystemContentBlock[] = [];
  const messages: Message[] = [];
  const given = objects(body, 'messages', '');
  checkCount(given, '/messages', Infinity);
  for (const [index, message] of given.entries()) {
    const place = `/messages/${index}`;
    const role = choice(message, 'role', place, roles);
    if (role === 'system' || role === 'developer') {
      system.push({ text: wordsOf(message, place) });
    } else if (role === 'tool') {
      const result = toolResult(message, place, readId);
      const last = messages.at(-1);
      // Results of calls that were made together stand together.
      if (last !== undefined && isResults(last)) last.content.push(result);
      else messages.push({ role: 'user', content: [result] });
    } else {
      const content = [
        ...contentOf(message, place),
        ...(role === 'assistant' ? toolCalls(message, place, readId) : []),
      ];
      if (content.length > 0) messages.push({ role, content });
    }
  }
  return { ...(system.length > 0 && { system }), messages };
}

function isResults({ content }: Message): boolean {
  return content.every((block) => 'toolResult' in block);
}

/** A text, or parts; kinds of parts that the built-in model has no use for are left out. */
function contentOf(message: JsonObject, place: string): ContentBlock[] {
  if (!isList(message['content'])) {
    const words = optionalText(message, 'content', place) ?? '';
    return words === '' ? [] : [{ text: words }];
  }
  return objects(message, 'content', place).flatMap((part, index): ContentBlock[] => {
    const at = `${place}/content/${index}`;
    // A part without a type has another form, such as Converse's.
    const type = text(part, 'type', at);
    if (type === 'text') return [{ text: text(part, 'text', at) }];
    return type === 'image_url' ? [imageOf(objectIn(part, 'image_url', at), `${at}/image_url`)] : [];
  });
}

/** Bedrock fetches no images: they come in a data URL. */
function imageOf(image: JsonObject, place: string): ContentBlock {
  const found = /^data:image\/\w+;base64,(.*)$/s.exec(text(image, 'url', place));
  if (found?.[1] === undefined) throw malformedInput(`#${place}/url: expected a data URL with base64`);
  return imagePart(found[1], `${place}/url`);
}

function wordsOf(message: JsonObject, place: string): string {
  return contentOf(message, place)
    .map((block) => ('text' in block ? block.text : ''))
    .join('');
}

function toolResult(message: JsonObject, place: string, readId: ReadId): ContentBlock {
  const toolUseId = readId(text(message, 'tool_call_id', place));
  return { toolResult: { toolUseId, content: [{ text: wordsOf(message, place) }] } };
}

function toolCalls(message: JsonObject, place: string, readId: ReadId): ContentBlock[] {
  return objects(message, 'tool_calls', place).map((call, index) => {
    const at = `${place}/tool_calls/${index}`;
    const called = objectIn(call, 'function', at);
    const name = text(called, 'name', `${at}/function`);
    return {
      toolUse: {
        toolUseId: readId(text(call, 'id', at)),
        name,
        input: argumentsOf(called, `${at}/function`),
      },
    };
  });
}

function argumentsOf(called: JsonObject, place: string): Json {
  const written = optionalText(called, 'arguments', place) ?? '';
  if (written === '') return {};
  try {
    // JSON.parse gives JSON.
    const input = JSON.parse(written) as Json;
    if (isObject(input)) return input;
  } catch {
    // What is no JSON is refused as any other wrong value is.
  }
  throw malformedInput(`#${place}/arguments: expected a JSON object`);
}
