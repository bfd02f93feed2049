/**
 * The content blocks of Anthropic Messages as blocks of Converse. A block with `cache_control` has a cache point behind it.
 *
 * https://docs.anthropic.com/en/api/messages
 */
import type {
  ContentBlock,
  DocumentBlock,
  ImageFormat,
  JsonObject,
  SearchResultBlock,
  ToolResultContentBlock,
} from '@bedrock-kit/protocol';
import { isPlainText } from '../files/document-check.ts';
import { isObject } from '../json.ts';
import { decodeBase64 } from '../wire/base64.ts';
import { cachePointOf } from './anthropic-cache-control.ts';
import { placeOf, saying, unexpectedTag } from './anthropic-check.ts';
import { objectIn, objects, optionalText, text } from './json-fields.ts';

/** Kinds of content that the built-in model has no use for are left out. */
export function contentBlocks(block: JsonObject, place: string): ContentBlock[] {
  return [...contentOf(block, place), ...cachePointOf(block, place)];
}

function contentOf(block: JsonObject, place: string): ContentBlock[] {
  switch (text(block, 'type', place)) {
    case 'text':
      return [{ text: text(block, 'text', place) }];
    case 'compaction':
      return typeof block['content'] === 'string' ? [{ text: block['content'] }] : [];
    case 'image':
      return [imageOf(block, place)];
    case 'document':
      return [{ document: documentOf(block, place) }];
    case 'search_result':
      return [{ searchResult: searchResultOf(block, place) }];
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
      const reasoningText = {
        text: text(block, 'thinking', place),
        ...(signature === undefined ? {} : { signature }),
      };
      return [{ reasoningContent: { reasoningText } }];
    }
    case 'redacted_thinking': {
      const redactedContent = decodeBase64(text(block, 'data', place));
      if (redactedContent === undefined)
        throw saying(`${placeOf(place)}: Invalid \`data\` in \`redacted_thinking\` block`);
      return [{ reasoningContent: { redactedContent } }];
    }
    default:
      return [];
  }
}

/** A member that is a text. */
function needed(object: JsonObject, name: string, place: string): string {
  const value = object[name];
  if (value === undefined) throw saying(`${place}.${name}: Field required`);
  if (typeof value !== 'string') throw saying(`${place}.${name}: Input should be a valid string`);
  return value;
}

interface Media {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The sources that the API has. Bedrock takes files in the request alone: https://docs.anthropic.com/en/api/claude-on-amazon-bedrock */
const sources: Readonly<Record<string, readonly string[]>> = {
  image: ['base64', 'url'],
  document: ['base64', 'content', 'text', 'url'],
};

/** @param at - the block, as the API writes its place */
function mediaOf(source: JsonObject, at: string, kind: 'image' | 'document'): Media {
  const { type = null } = source;
  if (typeof type !== 'string') throw saying(`${at}.${kind}.source.type: Field required`);
  // Of Claude Haiku 4.5 on Bedrock: https://github.com/braintrustdata/lingua/pull/160. A document is told the same, as an image:
  // https://github.com/anthropics/anthropic-sdk-typescript/issues/1038
  if (type === 'url') throw saying(`${at}.image.source.base64.data: URL sources are not supported`);
  if (type !== 'base64') throw unexpectedTag(`${at}.${kind}.source`, type, sources[kind] ?? []);
  const place = `${at}.${kind}.source.base64`;
  const bytes = decodeBase64(needed(source, 'data', place));
  // https://github.com/anthropics/anthropic-sdk-typescript/issues/603
  if (bytes === undefined) throw saying(`${place}: invalid base64 data`);
  return { type: needed(source, 'media_type', place), bytes };
}

const imageFormats: readonly ImageFormat[] = ['png', 'jpeg', 'gif', 'webp'];

function imageOf(block: JsonObject, place: string): Extract<ContentBlock, { image: unknown }> {
  const { type, bytes } = mediaOf(objectIn(block, 'source', place), placeOf(place), 'image');
  const format = imageFormats.find((one) => type === `image/${one}`);
  const at = `${placeOf(place)}.image.source.base64`;
  if (format === undefined)
    throw saying(`${at}.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'`);
  if (bytes.length === 0) throw saying(`${at}: image cannot be empty`);
  return { image: { format, source: { bytes } } };
}

function documentOf(block: JsonObject, place: string): DocumentBlock {
  const name = optionalText(block, 'title', place) ?? '';
  const common = { name, ...citationsOf(block) };
  const source = objectIn(block, 'source', place);
  const at = placeOf(place);
  switch (source['type']) {
    case 'text':
      return {
        ...common,
        format: 'txt',
        source: { text: needed(source, 'data', `${at}.document.source.text`) },
      };
    case 'content': {
      // A text stands for a list of one.
      if (typeof source['content'] === 'string')
        return { ...common, source: { content: [{ text: source['content'] }] } };
      const parts = objects(source, 'content', `${place}/source`);
      const content = parts.map((part, index) => ({
        // An image keeps its place, for citations count it, and says nothing to the built-in model.
        text:
          part['type'] === 'image'
            ? ''
            : needed(part, 'text', `${at}.document.source.content.content.${index}.text`),
      }));
      return { ...common, source: { content } };
    }
    default: {
      const { type, bytes } = mediaOf(source, at, 'document');
      // https://github.com/langchain-ai/deepagentsjs/issues/630
      if (type !== 'application/pdf')
        throw saying(`${at}.document.source.base64.media_type: Input should be 'application/pdf'`);
      // https://github.com/maximhq/bifrost/issues/5472
      if (isPlainText(bytes)) throw saying(`${at}.pdf.source.base64.data: The PDF specified was not valid.`);
      return { ...common, format: 'pdf', source: { bytes } };
    }
  }
}

function searchResultOf(block: JsonObject, place: string): SearchResultBlock {
  return {
    source: text(block, 'source', place),
    title: text(block, 'title', place),
    content: objects(block, 'content', place).map((part, index) => ({
      text: text(part, 'text', `${place}/content/${index}`),
    })),
    ...citationsOf(block),
  };
}

function citationsOf({ citations }: JsonObject): { citations?: { enabled: boolean } } {
  return isObject(citations) ? { citations: { enabled: citations['enabled'] === true } } : {};
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

function resultPart(part: JsonObject, place: string): ToolResultContentBlock[] {
  switch (part['type']) {
    case 'image':
      return [imageOf(part, place)];
    case 'document':
      return [{ document: documentOf(part, place) }];
    case 'search_result':
      return [{ searchResult: searchResultOf(part, place) }];
    case 'text':
      return [{ text: text(part, 'text', place) }];
    default:
      return [];
  }
}
