/**
 * Content, stream parts, usage and warnings of v3 in the words of v2.
 * https://github.com/vercel/ai/tree/release-v5.0/packages/provider/src/language-model/v2
 *
 * @module
 */
import type { ContentV2, StreamPartV2, UsageV2, WarningV2 } from './results-v2.ts';
import type { ContentV3, StreamPartV3, UsageV3, WarningV3 } from './results-v3.ts';

/**
 * `undefined` where v2 has no word for it: questions whether a tool may run, and what Bedrock ran of tools that the caller does not have. At
 * such a call `generateText` of the AI SDK 5 fails with a TypeError, and the whole answer is lost.
 */
export function contentToV2(content: ContentV3): ContentV2 | undefined {
  switch (content.type) {
    case 'tool-approval-request':
      return undefined;
    case 'file': {
      const { type, mediaType, data } = content;
      return { type, mediaType, data };
    }
    case 'tool-call':
      return content.dynamic ? undefined : content;
    case 'tool-result':
      // In v3 every result is the provider's; v2 takes one that does not say so for the client's.
      return content.dynamic ? undefined : { ...content, providerExecuted: true };
    default:
      return content;
  }
}

type PartToV2 = (part: StreamPartV3) => StreamPartV2 | StreamPartV2[] | undefined;

/** For the parts of one stream: the input of a call that is left out is left out, too. */
export function partsToV2(): PartToV2 {
  const leftOut = new Set<string>();
  return (part) => {
    if (part.type === 'tool-input-start' && part.dynamic) leftOut.add(part.id);
    const isLeftOut = part.type.startsWith('tool-input-') && 'id' in part && leftOut.has(part.id);
    return isLeftOut ? undefined : partToV2(part);
  };
}

const partToV2: PartToV2 = (part) => {
  switch (part.type) {
    case 'reasoning-end': {
      // With `sendReasoning: false` the AI SDK 5 keeps back the deltas alone. A signature on the end came back from the page without its
      // words, which Bedrock refuses: so it comes on a delta, as of the AI SDK 5's own providers.
      const { providerMetadata, ...end } = part;
      if (!providerMetadata) return end;
      return [{ type: 'reasoning-delta', id: end.id, delta: '', providerMetadata }, end];
    }
    case 'tool-approval-request':
    case 'file':
    case 'tool-call':
    case 'tool-result':
      return contentToV2(part) as StreamPartV2 | undefined; // of these it makes what is a part as well
    case 'stream-start':
      return { type: 'stream-start', warnings: part.warnings.map(warningToV2) };
    case 'finish':
      return { ...part, usage: usageToV2(part.usage), finishReason: part.finishReason.unified };
    default:
      return part;
  }
};

export function usageToV2({ inputTokens, outputTokens }: UsageV3): UsageV2 {
  const { total: input, cacheRead } = inputTokens;
  const { total: output, reasoning } = outputTokens;
  return {
    inputTokens: input,
    outputTokens: output,
    totalTokens: input === undefined && output === undefined ? undefined : (input ?? 0) + (output ?? 0),
    ...(reasoning !== undefined && { reasoningTokens: reasoning }),
    ...(cacheRead !== undefined && { cachedInputTokens: cacheRead }),
  };
}

export function warningToV2(warning: WarningV3): WarningV2 {
  if (warning.type === 'other') return warning;
  const { type, feature, details } = warning;
  if (type === 'unsupported') {
    return { type: 'unsupported-setting', setting: feature, ...(details !== undefined && { details }) };
  }
  return { type: 'other', message: details === undefined ? feature : `${feature}: ${details}` };
}
