// Reasoning of earlier turns: signed and redacted blocks go back byte for byte, what this model would refuse is left out.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html

import { languageCapabilitiesOf } from '@bedrock-kit/models';
import type { ContentBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../read-options.ts';
import { repaired, warn } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import type { ReasoningPlan } from './reasoning.ts';
import { dropReasoning } from './turns.ts';

export function reasoningBlocks(
  text: string,
  { demotedText, signature, redactedContent, redactedData, signedBy }: ReadPartOptions,
  place: string,
  { capabilities: { name, baseModelId, reasoning }, warnings, sendsReasoning }: Conversation,
): ContentBlock[] {
  const isBlank = text.trim() === '';
  if (demotedText === true) return isBlank ? [] : [{ text }];
  const base64 = redactedContent ?? redactedData;
  // Some clients add an empty part to every answer: there is nothing in it to lose.
  const isEmpty = isBlank && signature === undefined && base64 === undefined;
  if (!sendsReasoning) {
    const message = `Reasoning is left out (first at ${place}), since Bedrock refused to take it back.`;
    if (!isEmpty) warn(warnings, message, 'refused reasoning');
    return [];
  }
  // An unknown model, behind an ARN, gets signed blocks back. A known model that is not known to sign cannot have made them, so they
  // belong to another one.
  const history = 'history' in reasoning ? reasoning.history : undefined;
  // A signature is valid only for the model that gave it: another one of the same family refuses it, and with it every later turn.
  // https://github.com/openclaw/openclaw/issues/107221
  // An id with its date and version and one without may stand for the same model.
  const isForeign =
    !!signedBy &&
    baseModelId !== undefined &&
    signedBy !== baseModelId &&
    languageCapabilitiesOf(signedBy).name !== name;
  const takesOwn = history === 'signed' || history === 'redacted';
  const blocks: ContentBlock[] = [];
  if (!isForeign) {
    const isUnknown = reasoning.kind === 'unknown';
    if (history === 'unsigned' && !isBlank) blocks.push({ reasoningContent: { reasoningText: { text } } });
    if ((history === 'signed' || isUnknown) && signature !== undefined) {
      blocks.push({ reasoningContent: { reasoningText: { text, signature } } });
    }
    if ((takesOwn || isUnknown) && base64 !== undefined) {
      blocks.push({ reasoningContent: { redactedContent: { base64 } } });
    }
  }
  if (blocks.length === 0 && takesOwn && !isEmpty) {
    const unsuited = history === 'redacted' ? 'that can be read' : 'without a signature of Bedrock';
    const whose = isForeign ? `of ${signedBy}` : unsuited;
    const message = `Reasoning ${whose} is left out (first at ${place}): ${name} takes back only its own.`;
    warn(warnings, message, `reasoning ${whose}`);
  }
  return blocks;
}

/** Whether Claude thinks by a budget, which brings rules for the conversation that adaptive thinking does not have. */
export function isByBudget(
  { sentBudget }: ReasoningPlan,
  { capabilities: { reasoning } }: Conversation,
): boolean {
  return sentBudget !== undefined && 'history' in reasoning && reasoning.history === 'signed';
}

/**
 * "If an assistant message contains any thinking blocks, the first block must be `thinking`", but an answer given without thinking, or
 * by another model, becomes one message with the next. https://github.com/aws/bedrock-agentcore-sdk-python/pull/419
 */
export function dropLateReasoning(conversation: Conversation): void {
  for (const turn of conversation.turns) {
    const [first = {}] = turn.content;
    if ('reasoningContent' in first || !dropReasoning(turn)) continue;
    repaired(
      conversation,
      'reasoning',
      'A message must begin with its reasoning, so reasoning further on is left out.',
    );
  }
}

/**
 * Of a conversation in which reasoning comes first or not at all: while Claude thinks by a budget, "a final `assistant` message must
 * start with a thinking block" if it called tools. Histories of other providers, and calls made without thinking, have none. Of several
 * calls, each after the results of the one before, the first alone has it:
 * https://platform.claude.com/docs/en/build-with-claude/thinking-tool-workflows
 */
export function breaksReasoningRule({ turns }: Conversation): boolean {
  const last = turns.map(({ role }) => role).lastIndexOf('assistant');
  if (turns[last]?.content.some((block) => 'toolUse' in block) !== true) return false;
  const said = turns
    .map(({ role, content }) => role === 'user' && !content.some((block) => 'toolResult' in block))
    .lastIndexOf(true, last);
  return !turns.slice(said + 1).some(({ content }) => content.some((block) => 'reasoningContent' in block));
}
