// Reasoning of earlier turns: signed and redacted blocks go back byte for byte, what this model would refuse stays away.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html

import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ContentBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../options.ts';
import { stringOf } from '../record.ts';
import type { Conversation } from './conversation.ts';
import type { ReasoningPlan } from './reasoning.ts';

export function reasoningBlocks(
  text: string,
  options: ReadPartOptions,
  place: string,
  { capabilities, warnings }: Conversation,
): ContentBlock[] {
  if (options['demotedText'] === true) return text.trim() === '' ? [] : [{ text }];
  const history = historyOf(capabilities);
  const signature = stringOf(options['signature']);
  const redacted = stringOf(options['redactedContent']) ?? stringOf(options['redactedData']);
  const blocks: ContentBlock[] = [];
  if (history === 'unsigned') {
    if (text.trim() !== '') blocks.push({ reasoningContent: { reasoningText: { text } } });
  } else if (history !== 'refused' && signature !== undefined) {
    blocks.push({ reasoningContent: { reasoningText: { text, signature } } });
  }
  if ((history === 'signed' || history === 'hidden') && redacted !== undefined) {
    blocks.push({ reasoningContent: { redactedContent: { base64: redacted } } });
  }
  if (blocks.length === 0 && history === 'signed') {
    warnings.other(
      `Reasoning without a signature of Bedrock is left out (first at ${place}): ${capabilities.name} takes back only its own.`,
      'unsigned reasoning',
    );
  }
  return blocks;
}

/**
 * A model of which nothing is known, behind an ARN, gets its signed blocks back. A known model that is not known to sign made none of
 * them, so they belong to another one.
 */
function historyOf({ reasoning }: ModelCapabilities): 'signed' | 'unsigned' | 'refused' | 'hidden' {
  if (reasoning.kind === 'none') return 'refused';
  if (reasoning.kind === 'unknown') return 'hidden';
  return reasoning.history === 'unknown' ? 'refused' : reasoning.history;
}

/**
 * While Claude thinks by a budget, "a final `assistant` message must start with a thinking block" if it called tools. Histories of
 * other providers, and calls made without thinking, have none.
 */
export function breaksReasoningRule(
  { active, budget }: ReasoningPlan,
  { capabilities: { reasoning }, turns }: Conversation,
): boolean {
  if (!active || budget === undefined || !('history' in reasoning) || reasoning.history !== 'signed')
    return false;
  const last = turns.filter(({ role }) => role === 'assistant').at(-1);
  if (last === undefined || !last.content.some((block) => 'toolUse' in block)) return false;
  const first = last.content.find((block) => !('cachePoint' in block));
  return first !== undefined && !('reasoningContent' in first);
}
