/**
 * Which faults hit which call: by operation, model and number of the call.
 */
import type { FaultCondition, FaultRule } from './fault.ts';
import { matchesPattern } from '../models/pattern.ts';

/** Counts the calls and hands out their faults. */
export class FaultSchedule {
  readonly #rules: { readonly rule: FaultRule; readonly when: FaultCondition; calls: number }[];

  constructor(rules: readonly FaultRule[]) {
    this.#rules = rules.map((rule) => ({ rule, when: conditionOf(rule), calls: 0 }));
  }

  /**
   * The faults of this call. Each rule counts the calls that fit it, whether it hits them or not.
   *
   * @param modelIds - the id and that of the model behind it; none where the path names no model
   */
  next(operation: string, modelIds: readonly string[]): FaultRule[] {
    const hits: FaultRule[] = [];
    for (const entry of this.#rules) {
      const { when } = entry;
      if (when.operation !== undefined && when.operation !== operation) continue;
      const { model } = when;
      if (model !== undefined && !modelIds.some((id) => matchesPattern(model, id))) continue;
      entry.calls += 1;
      if (when.call === undefined || [when.call].flat().includes(entry.calls)) hits.push(entry.rule);
    }
    return hits;
  }
}

function conditionOf({ kind, when = {} }: FaultRule): FaultCondition {
  // "Expired, then good": without a word about it, only the first call meets the expired token.
  return kind === 'expired-token' ? { ...when, call: when.call ?? 1 } : when;
}
