// The effort that is asked for, among those that the model has.
import type { Effort } from '@bedrock-kit/models';
import type { UnknownRecord } from '../record.ts';
import { changed } from '../warnings.ts';
import { valueAt } from './additional-fields.ts';
import type { Conversation } from './conversation.ts';
import { BUDGET_SHARES } from './reasoning-budget.ts';
import { holds, type Steerable, THINKING_TYPE } from './reasoning-fields.ts';

/** The highest effort that a mode beside `adaptive`, such as `between_tools`, is taken with. */
const HIGHEST_IN_MODE: Effort = 'high';

/** All levels that models have today. */
const EFFORTS: readonly string[] = ['none', ...Object.keys(BUDGET_SHARES)];

/** Whether a word may be a new level of a model that has levels: it is beside those of today. */
export function isNewEffort(word: string | undefined, levels: readonly string[]): boolean {
  return word !== undefined && levels.length > 0 && !EFFORTS.includes(word);
}

/** The level itself, else the next lower one, else the next higher; never `none`, which is another wish. */
export function nearestLevel(
  wanted: Effort | undefined,
  all: readonly Effort[],
  fields: UnknownRecord,
  reasoning: Steerable,
  conversation: Conversation,
): Effort | undefined {
  const mode = String(valueAt(fields, THINKING_TYPE));
  const highest = highestEffort(fields, reasoning, mode);
  const levels = highest ? all.slice(0, all.indexOf(highest) + 1) : all;
  if (wanted === undefined || levels.includes(wanted)) return wanted;
  const thinking = levels.filter((level) => level !== 'none');
  const order = Object.keys(BUDGET_SHARES);
  const lower = thinking.filter((level) => order.indexOf(level) < order.indexOf(wanted));
  const nearest = lower.at(-1) ?? thinking[0];
  if (nearest !== undefined) {
    changed(
      conversation,
      'reasoning',
      `${highest ? `"${mode}" takes` : ' has'} no reasoning level "${wanted}", so "${nearest}" is used.`,
    );
  }
  return nearest;
}

/** The highest effort that goes with how the model thinks, where not all do. */
function highestEffort(fields: UnknownRecord, reasoning: Steerable, mode: string): Effort | undefined {
  if (holds(fields, reasoning.off)) return reasoning.effort?.highestWhenOff;
  return reasoning.kind === 'adaptive' && reasoning.modes.includes(mode) ? HIGHEST_IN_MODE : undefined;
}
