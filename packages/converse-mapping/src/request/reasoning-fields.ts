// What the fields of a request say of how the model thinks, whoever wrote them.
import type { Reasoning } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { isRecord, type UnknownRecord } from '../record.ts';
import { valueAt } from './additional-fields.ts';

/** How a model thinks that thinks at all, and one of those that can be told how. */
export type Thinking = Exclude<Reasoning, { kind: 'none' } | { kind: 'unknown' }>;
export type Steerable = Exclude<Thinking, { kind: 'fixed' }>;

/** Where Claude is told its mode. */
export const THINKING_TYPE: readonly string[] = ['thinking', 'type'];

/** @param unasked the model thinks when nobody says anything about it. */
export function isActive(fields: UnknownRecord, reasoning: Steerable, unasked: boolean): boolean {
  if (holds(fields, reasoning.off)) return false;
  const effort = reasoning.effort && valueAt(fields, reasoning.effort.path);
  if (reasoning.kind === 'effort' && effort !== undefined) return effort !== 'none';
  const [root = ''] = Object.keys(reasoning.on);
  return unasked || Object.hasOwn(fields, root) || budgetIn(fields, reasoning) !== undefined;
}

export function budgetIn(fields: UnknownRecord, reasoning: Steerable): unknown {
  return 'budget' in reasoning && reasoning.budget ? valueAt(fields, reasoning.budget.path) : undefined;
}

/** Whether the fields say all that `wanted` says. */
export function holds(fields: unknown, wanted: unknown): boolean {
  if (!isRecord(wanted)) return fields === wanted;
  return isRecord(fields) && Object.entries(wanted).every(([name, value]) => holds(fields[name], value));
}

/**
 * The options with Claude's `thinking` under its own name, by which all else looks at it. Converse takes it as `reasoning_config`, too, and
 * so libraries send it: github.com/crmne/ruby_llm (recorded), github.com/aws-samples/bedrock-access-gateway.
 */
export function withThinking(
  options: BedrockLanguageModelOptions,
  reasoning: Reasoning,
): BedrockLanguageModelOptions {
  const { reasoning_config: thinking, ...rest } = options.additionalModelRequestFields ?? {};
  if (!isRecord(thinking) || !('on' in reasoning) || !('thinking' in reasoning.on)) return options;
  return { ...options, additionalModelRequestFields: { thinking, ...rest } };
}
