/**
 * Content, stream parts, usage and warnings of v4 in the words of v3.
 * https://github.com/vercel/ai/tree/release-v6.0/packages/provider/src/language-model/v3
 *
 * @module
 */
import type {
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  SharedV4Warning,
} from '@ai-sdk/provider';
import type { ContentV3, FinishReasonV3, StreamPartV3, WarningV3 } from './results-v3.ts';
import { writable } from './writable.ts';

/** `undefined` where v3 has no word for it: custom content, files made while reasoning. */
export function contentToV3(content: LanguageModelV4Content): ContentV3 | undefined {
  switch (content.type) {
    case 'custom':
    case 'reasoning-file':
      return undefined;
    case 'text': {
      const { type, text, providerMetadata } = content;
      return writable({ type, text, ...(providerMetadata && { providerMetadata }) });
    }
    case 'file': {
      const { data, ...file } = content;
      if (data.type === 'data') return writable({ ...file, data: data.data });
      const url = data.originalUrl ?? data.url.href;
      return { type: 'source', sourceType: 'url', id: url, url };
    }
    default:
      return writable(content);
  }
}

/** `undefined` for a part that the AI SDK 6 would not know, and fail on. */
export function partToV3(part: LanguageModelV4StreamPart): StreamPartV3 | undefined {
  switch (part.type) {
    case 'ping':
    case 'custom':
    case 'reasoning-file':
      return undefined;
    case 'file':
      return contentToV3(part) as StreamPartV3; // a file becomes a file or a source, which are parts as well
    case 'text-end': {
      const { type, id, providerMetadata } = part;
      return writable({ type, id, ...(providerMetadata && { providerMetadata }) });
    }
    case 'stream-start':
      return { ...part, warnings: part.warnings.map(warningToV3) };
    case 'finish':
      return writable({ ...part, finishReason: finishReasonToV3(part.finishReason) });
    default:
      return writable(part);
  }
}

export function finishReasonToV3({ unified, raw }: LanguageModelV4FinishReason): FinishReasonV3 {
  return { unified: unified === 'interrupted' ? 'other' : unified, raw };
}

export function warningToV3(warning: SharedV4Warning): WarningV3 {
  if (warning.type !== 'deprecated') return warning;
  return { type: 'other', message: `${warning.setting}: ${warning.message}` };
}
