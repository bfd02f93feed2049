/**
 * Where an answer ends before its end: at a stop sequence, or when its tokens are used up.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html
 */
import type { ContentBlock, InferenceConfiguration, StopReason } from '@bedrock-kit/protocol';
import { stopReasonOf } from '../answers/answer.ts';
import { citedText } from '../answers/cited-text.ts';
import { blockTokens } from '../answers/usage.ts';
import { splitTokens } from '../tokens.ts';

export interface Bounded {
  readonly content: readonly ContentBlock[];
  readonly stopReason: StopReason;
  readonly stopSequence: string | undefined;
}

/** Thoughts and calls of tools count towards the limit as words do. Stop sequences are looked for only in words. */
export function bound(
  content: readonly ContentBlock[],
  { maxTokens = Infinity, stopSequences = [] }: InferenceConfiguration,
): Bounded {
  const bounded: ContentBlock[] = [];
  let left = maxTokens;
  for (const block of content) {
    const said = wordsOf(block);
    if (said === undefined) {
      left -= blockTokens(block);
      // A call without all of its arguments is no call.
      if (left < 0) return { content: bounded, stopReason: 'max_tokens', stopSequence: undefined };
      bounded.push(block);
      continue;
    }
    const stop = firstStop(said, stopSequences);
    const text = stop === undefined ? said : said.slice(0, stop.index);
    // A token has one character at least, so that a short text need not be split.
    const tokens = left < text.length ? splitTokens(text) : [];
    const isCut = tokens.length > left;
    const kept = isCut ? tokens.slice(0, left).join('') : text;
    if (kept !== '') bounded.push(withWords(block, kept));
    if (isCut) return { content: bounded, stopReason: 'max_tokens', stopSequence: undefined };
    if (stop !== undefined)
      return { content: bounded, stopReason: 'stop_sequence', stopSequence: stop.sequence };
    left -= tokens.length > 0 ? tokens.length : blockTokens(block);
  }
  const stopReason = stopReasonOf(bounded.some((block) => 'toolUse' in block));
  return { content: bounded, stopReason, stopSequence: undefined };
}

function wordsOf(block: ContentBlock): string | undefined {
  if ('text' in block) return block.text;
  return 'citationsContent' in block ? citedText(block.citationsContent) : undefined;
}

function withWords(block: ContentBlock, text: string): ContentBlock {
  return 'citationsContent' in block
    ? { citationsContent: { ...block.citationsContent, content: [{ text }] } }
    : { text };
}

function firstStop(
  text: string,
  sequences: readonly string[],
): { index: number; sequence: string } | undefined {
  return sequences
    .map((sequence) => ({ index: text.indexOf(sequence), sequence }))
    .filter(({ index }) => index >= 0)
    .sort((left, right) => left.index - right.index)[0];
}
