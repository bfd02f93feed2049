// A level of reasoning as tokens, inside what the model can answer with.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html

import { memberOf } from '../record.ts';
import { changed } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import type { Wish } from './reasoning-wish.ts';

/** Shares of the model's longest answer, as the AI SDK's own providers take them. */
export const BUDGET_SHARES = {
  minimal: 0.02,
  low: 0.1,
  medium: 0.3,
  high: 0.6,
  xhigh: 0.9,
  max: 0.95,
} as const;

/** Left for the answer at least, when the caller set no limit. */
const ANSWER_TOKENS = 4096;

/** @param min the smallest budget that the model takes. */
export function budgetFor(
  { level = 'medium', budgetTokens }: Wish,
  min: number,
  maxOutputTokens: number | undefined,
  conversation: Conversation,
): number {
  const { maxOutputTokens: longest, name } = conversation.capabilities;
  const known = longest === 'unknown' ? ANSWER_TOKENS : longest;
  // A word that is new has no share.
  const share = memberOf<number>(BUDGET_SHARES, level);
  if (share === undefined && budgetTokens === undefined)
    changed(conversation, 'reasoning', ` has no reasoning level "${level}", so "minimal" is used.`);
  let budget = Math.round(budgetTokens ?? known * (share ?? BUDGET_SHARES.minimal));
  if (longest !== 'unknown') {
    // The answer keeps what the caller asked for, but at most half of what the model can write.
    const kept = Math.min(maxOutputTokens ?? ANSWER_TOKENS, Math.floor(longest / 2));
    budget = Math.min(budget, longest - kept);
  }
  budget = Math.max(min, budget);
  if (budgetTokens !== undefined && budget !== budgetTokens) {
    changed(
      conversation,
      'reasoningConfig.budgetTokens',
      `A budget of ${budgetTokens} does not fit ${name}, so it is ${budget}.`,
    );
  }
  return budget;
}
