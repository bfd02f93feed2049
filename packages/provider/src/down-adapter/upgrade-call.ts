/**
 * A call of the AI SDK 5 or 6 as one of 7: file data is tagged, the many kinds of files in tool results become one.
 *
 * @module
 */
import {
  InvalidPromptError,
  type LanguageModelV4CallOptions,
  type LanguageModelV4FunctionTool,
  type LanguageModelV4Message,
  type LanguageModelV4ProviderTool,
  type LanguageModelV4ToolResultOutput,
  type LanguageModelV4ToolResultPart,
  type SharedV4FileData,
} from '@ai-sdk/provider';
import type * as current from '../count-tokens.ts';
import type {
  CountTokensOptions,
  EarlierCallOptions,
  EarlierFileData,
  EarlierMessage,
  EarlierResultItem,
  EarlierTool,
  EarlierToolResultPart,
} from './earlier-call.ts';

type EarlierPart = Exclude<EarlierMessage['content'], string>[number];
type Part = Exclude<LanguageModelV4Message['content'], string>[number];
type ResultItem = Extract<LanguageModelV4ToolResultOutput, { type: 'content' }>['value'][number];

export function upgradeCall(call: EarlierCallOptions): LanguageModelV4CallOptions;
export function upgradeCall(call: CountTokensOptions): current.CountTokensOptions;
export function upgradeCall({ prompt, tools, ...call }: EarlierCallOptions | CountTokensOptions): object {
  return { ...call, prompt: each(prompt, upgradeMessage), ...(tools && { tools: each(tools, upgradeTool) }) };
}

/** What is no list, or no object in one, stays as it is: a text of `countTokens`, a system message, or wrong, which the mapping tells by its place. */
function each<Item>(list: readonly Item[] | string, upgrade: (item: Item) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((item: Item) => (Object(item) === item ? upgrade(item) : item));
}

function upgradeMessage(message: EarlierMessage): LanguageModelV4Message {
  const parts: readonly EarlierPart[] | string = message.content;
  // A part becomes one of its own type, which the message may hold.
  return { ...message, content: each(parts, upgradePart) } as LanguageModelV4Message;
}

function upgradePart(part: EarlierPart): Part {
  switch (part.type) {
    case 'file': {
      const { data, originalUrl, ...file } = part;
      return { ...file, data: tagged(data, originalUrl) };
    }
    case 'tool-result':
      return upgradeResult(part);
    default:
      return part;
  }
}

// Not by `instanceof`, which does not know what is of another realm.
function tagged(data: EarlierFileData, originalUrl?: string): SharedV4FileData {
  if (has('href', data)) return { type: 'url', url: data, ...(originalUrl !== undefined && { originalUrl }) };
  if (has('type', data)) return data;
  // Also what JSON has made of bytes, for the mapping to refuse by its place.
  return { type: 'data', data };
}

function has<Name extends 'href' | 'type'>(
  name: Name,
  data: EarlierFileData,
): data is Extract<EarlierFileData, Readonly<Record<Name, unknown>>> {
  // In JSON Node's Buffer has a type, which is none of these.
  return name in (Object(data) as object) && (data as { type?: unknown }).type !== 'Buffer';
}

function upgradeResult(part: EarlierToolResultPart): LanguageModelV4ToolResultPart {
  const { output } = part;
  if (Object(output) === output && output.type === 'content')
    return { ...part, output: { type: 'content', value: each(output.value, upgradeItem) as ResultItem[] } };
  return part as LanguageModelV4ToolResultPart; // all other outputs are the same in both
}

function upgradeItem(item: EarlierResultItem): ResultItem {
  switch (item.type) {
    case 'media':
    case 'image-data':
    case 'file-data': {
      const { data, ...rest } = item;
      return { ...rest, type: 'file', data: tagged(data) };
    }
    case 'file-url': {
      // A media type that is only `application` is found out by the mapping: from the ending of the name.
      const { url, mediaType = 'application/octet-stream', ...rest } = item;
      return { ...rest, type: 'file', mediaType, data: tagged(urlOf(url), url) };
    }
    case 'image-url': {
      const { url, ...rest } = item;
      return { ...rest, type: 'file', mediaType: 'image', data: tagged(urlOf(url), url) };
    }
    case 'file-id':
    case 'image-file-id': {
      const { fileId, type, ...rest } = item;
      // The SDK's own adapter keeps a bare id under the first word of the provider's name.
      const ids = typeof fileId === 'string' ? { 'amazon-bedrock': fileId } : fileId;
      // A reference may not have a member `type`, and an id of a provider has none of that name.
      const reference = ids as Extract<SharedV4FileData, { type: 'reference' }>['reference'];
      const mediaType = type === 'image-file-id' ? 'image' : 'application/octet-stream';
      return { ...rest, type: 'file', mediaType, data: { type: 'reference', reference } };
    }
    default:
      return item;
  }
}

/** What a tool wrote. */
function urlOf(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw new InvalidPromptError({ prompt: url, message: 'A file in a tool result has an invalid url.' });
}

function upgradeTool(tool: EarlierTool): LanguageModelV4FunctionTool | LanguageModelV4ProviderTool {
  return tool.type === 'function' ? tool : { ...tool, type: 'provider' };
}
