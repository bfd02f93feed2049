/**
 * The content blocks of Anthropic Messages as blocks of Converse. A block with `cache_control` has a cache point behind it.
 *
 * https://docs.anthropic.com/en/api/messages
 */
import type {
  ContentBlock,
  DocumentBlock,
  DocumentFormat,
  ImageFormat,
  Json,
  JsonObject,
  SearchResultBlock,
  ToolResultContentBlock,
} from '@bedrock-kit/protocol';
import { isPlainText } from '../files/document-check.ts';
import { isObject } from '../json.ts';
import { decodeBase64 } from '../wire/base64.ts';
import { placeOf, saying } from './anthropic-check.ts';
import { choice, objectIn, objects, optionalChoice, optionalText, text } from './json-fields.ts';
import { malformedInput } from './schema-check.ts';

/** A cache point, if the block asks for one. */
export function cachePointOf(
  block: JsonObject,
  place: string,
): { cachePoint: { type: 'default'; ttl?: '5m' | '1h' } }[] {
  const control = block['cache_control'];
  if (!isObject(control)) return [];
  checkCacheControl(control, block['type'], place);
  choice(control, 'type', `${place}/cache_control`, ['ephemeral']);
  const ttl = optionalChoice(control, 'ttl', `${place}/cache_control`, ['5m', '1h'] as const);
  return [{ cachePoint: { type: 'default', ...(ttl === undefined ? {} : { ttl }) } }];
}

/**
 * Thoughts may have no `cache_control`; elsewhere it has a type and a time to live, and nothing else.
 *
 * https://github.com/anthropics/claude-code/issues/41966, https://github.com/Wei-Shaw/sub2api/issues/225
 */
function checkCacheControl(control: JsonObject, type: Json | undefined, place: string): void {
  // The API writes the type into the place, where blocks of several types may stand.
  const kind = place.startsWith('/tools') ? 'custom' : place.startsWith('/system') ? undefined : type;
  const at = `${placeOf(place)}${typeof kind === 'string' ? `.${kind}` : ''}.cache_control`;
  if (type === 'thinking' || type === 'redacted_thinking')
    throw saying(`${at}: Extra inputs are not permitted`);
  const extra = Object.keys(control).find((name) => name !== 'type' && name !== 'ttl');
  if (extra !== undefined) throw saying(`${at}.ephemeral.${extra}: Extra inputs are not permitted`);
}

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
    case 'redacted_thinking':
      return [{ reasoningContent: { redactedContent: base64In(block, 'data', place) } }];
    default:
      return [];
  }
}

function base64In(object: JsonObject, key: string, place: string): Uint8Array {
  const bytes = decodeBase64(text(object, key, place));
  if (bytes === undefined) throw malformedInput(`#${place}/${key}: invalid base64 data`);
  return bytes;
}

interface Media {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Bedrock takes files in the request alone: https://docs.anthropic.com/en/api/claude-on-amazon-bedrock */
function mediaOf(block: JsonObject, place: string): Media {
  const source = objectIn(block, 'source', place);
  // Of Claude Haiku 4.5 on Bedrock: https://github.com/braintrustdata/lingua/pull/160. A document is told the same, as an image:
  // https://github.com/anthropics/anthropic-sdk-typescript/issues/1038
  if (source['type'] === 'url')
    throw saying(`${placeOf(place)}.image.source.base64.data: URL sources are not supported`);
  choice(source, 'type', `${place}/source`, ['base64']);
  return {
    type: text(source, 'media_type', `${place}/source`),
    bytes: base64In(source, 'data', `${place}/source`),
  };
}

const imageFormats: readonly ImageFormat[] = ['png', 'jpeg', 'gif', 'webp'];

function imageOf(block: JsonObject, place: string): Extract<ContentBlock, { image: unknown }> {
  const { type, bytes } = mediaOf(block, place);
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
  switch (source['type']) {
    case 'text':
      return { ...common, format: 'txt', source: { text: text(source, 'data', `${place}/source`) } };
    case 'content': {
      // A text stands for a list of one.
      if (typeof source['content'] === 'string')
        return { ...common, source: { content: [{ text: source['content'] }] } };
      const parts = objects(source, 'content', `${place}/source`);
      const content = parts.map((part, index) => ({
        // An image keeps its place, for citations count it, and says nothing to the built-in model.
        text: part['type'] === 'image' ? '' : text(part, 'text', `${place}/source/content/${index}`),
      }));
      return { ...common, source: { content } };
    }
    default: {
      const { type, bytes } = mediaOf(block, place);
      const format: DocumentFormat = type === 'application/pdf' ? 'pdf' : 'txt';
      // https://github.com/maximhq/bifrost/issues/5472
      if (format === 'pdf' && isPlainText(bytes))
        throw saying(`${placeOf(place)}.pdf.source.base64.data: The PDF specified was not valid.`);
      return { ...common, format, source: { bytes } };
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
