/**
 * A call of the AI SDK 5 or 6 as one of 7: file data is tagged, the many kinds of files in tool results become one.
 *
 * @module
 */
import {
  InvalidPromptError,
  type LanguageModelV4CallOptions,
  type LanguageModelV4FilePart,
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
  EarlierFilePart,
  EarlierMessage,
  EarlierResultItem,
  EarlierTool,
  EarlierToolResultPart,
} from './earlier-call.ts';

type ResultItem = Extract<LanguageModelV4ToolResultOutput, { type: 'content' }>['value'][number];

export function upgradeCall(call: EarlierCallOptions): LanguageModelV4CallOptions;
export function upgradeCall(call: CountTokensOptions): current.CountTokensOptions;
export function upgradeCall({ prompt, tools, ...call }: EarlierCallOptions | CountTokensOptions): object {
  return {
    ...call,
    prompt: typeof prompt === 'string' ? prompt : prompt.map(upgradeMessage),
    ...(tools && { tools: tools.map(upgradeTool) }),
  };
}

function upgradeMessage(message: EarlierMessage): LanguageModelV4Message {
  switch (message.role) {
    case 'system':
      return message;
    case 'user':
      return { ...message, content: message.content.map((part) => upgradeFile(part)) };
    case 'assistant':
      return {
        ...message,
        content: message.content.map((part) =>
          part.type === 'tool-result' ? upgradeResult(part) : upgradeFile(part),
        ),
      };
    case 'tool':
      return {
        ...message,
        content: message.content.map((part) => (part.type === 'tool-result' ? upgradeResult(part) : part)),
      };
  }
}

function upgradeFile<Part extends { type: string }>(
  part: Part | EarlierFilePart,
): Exclude<Part, EarlierFilePart> | LanguageModelV4FilePart {
  // A part whose type is `file` is a file, and the rest is not.
  if (part.type !== 'file') return part as Exclude<Part, EarlierFilePart>;
  const { data, originalUrl, ...file } = part as EarlierFilePart;
  return { ...file, data: tagged(data, originalUrl) };
}

// Not by `instanceof`, which does not know what is of another realm.
function tagged(data: EarlierFileData, originalUrl?: string): SharedV4FileData {
  if (isUrl(data)) return { type: 'url', url: data, ...(originalUrl !== undefined && { originalUrl }) };
  if (typeof data === 'string' || ArrayBuffer.isView(data)) return { type: 'data', data };
  return data;
}

function isUrl(data: EarlierFileData): data is URL {
  return 'href' in (Object(data) as object);
}

function upgradeResult({ output, ...part }: EarlierToolResultPart): LanguageModelV4ToolResultPart {
  if (output.type !== 'content') return { ...part, output };
  return { ...part, output: { type: 'content', value: output.value.map(upgradeItem) } };
}

function upgradeItem(item: EarlierResultItem): ResultItem {
  switch (item.type) {
    case 'text':
    case 'file':
    case 'custom':
      return item;
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
  }
}

/** What a tool wrote. */
function urlOf(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  throw new InvalidPromptError({ prompt: url, message: 'A tool result has a file whose url is none.' });
}

function upgradeTool(tool: EarlierTool): LanguageModelV4FunctionTool | LanguageModelV4ProviderTool {
  return tool.type === 'function' ? tool : { ...tool, type: 'provider' };
}
