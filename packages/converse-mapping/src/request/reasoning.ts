// How hard the model is to think, in the form that its family takes: a budget, an effort, a switch.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Effort, Reasoning, ReasoningSampling } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { numberOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { changed, unsupported } from '../warnings.ts';
import { fieldAt, mergeFields, valueAt } from './additional-fields.ts';
import type { Conversation } from './conversation.ts';
import { budgetFor } from './reasoning-budget.ts';
import { isNewEffort, nearestLevel } from './reasoning-effort.ts';
import { budgetIn, isActive, type Steerable, type Thinking, THINKING_TYPE } from './reasoning-fields.ts';
import { type Wish, wishOf } from './reasoning-wish.ts';

/** What the rest of the request has to know. */
export interface ReasoningPlan {
  /** For `additionalModelRequestFields`. */
  readonly fields: UnknownRecord;
  /** Whether the model will think when it answers. */
  readonly active: boolean;
  /** Tokens that the thinking may take of `maxTokens`. */
  readonly budget?: number | undefined;
  /** The budget by which it thinks, which may have been written by hand. */
  readonly sentBudget?: number | undefined;
  /** Which sampling settings are left; undefined when all of them are. */
  readonly sampling?: ReasoningSampling | undefined;
  /** Whether a tool may be forced. */
  readonly forcedToolChoice: boolean;
}

type Call = Pick<LanguageModelV4CallOptions, 'reasoning' | 'maxOutputTokens'>;

export function planReasoning(
  call: Call,
  options: BedrockLanguageModelOptions,
  conversation: Conversation,
): ReasoningPlan {
  const { reasoning } = conversation.capabilities;
  const unasked = 'byDefault' in reasoning && reasoning.byDefault === true;
  const wish = wishOf(call.reasoning ?? undefined, unasked, options.reasoningConfig);
  if (!('on' in reasoning)) {
    if (wish.mode !== 'default') warnNotSteerable(wish, conversation);
    const active = reasoning.kind === 'fixed';
    return { fields: {}, active, ...constraintsOf(active && reasoning, undefined, false) };
  }
  const { path = [], levels = [], beta } = reasoning.effort ?? {};
  const apart = effortApart(options, wish, reasoning);
  const { wanted, fields: asked = {}, budget } = steer(wish, call, reasoning, apart, conversation);
  // What the caller wrote into the fields by hand counts as much as an option.
  const given = options.additionalModelRequestFields ?? {};
  if (apart && wanted && apart !== wanted) {
    changed(conversation, 'reasoning', `The effort is "${apart}", as the options say, and not "${wanted}".`);
  }
  const chosen = apart ?? wanted;
  // A new word of AWS, not one of the AI SDK, whose levels are no model's own.
  const isNew =
    chosen === (apart ?? options.reasoningConfig?.maxReasoningEffort) && isNewEffort(chosen, levels);
  const effort = isNew
    ? chosen
    : nearestLevel(chosen, levels, mergeFields(asked, given), reasoning, conversation);
  const beside = effort && {
    ...fieldAt(path, effort),
    ...(beta !== undefined && { anthropic_beta: [beta] }),
  };
  const fields = mergeFields(asked, beside ?? {});
  const all = mergeFields(fields, given);
  const active = isActive(all, reasoning, unasked);
  const sentBudget = active ? numberOf(budgetIn(all, reasoning)) : undefined;
  const wished = wish.mode !== 'default' || isActive(given, reasoning, false);
  return {
    fields,
    // What the caller wrote by hand may set another one, or switch thinking off.
    budget: budget && sentBudget,
    active,
    sentBudget,
    ...constraintsOf(active && reasoning, valueAt(all, path), wished),
  };
}

/** Claude's effort where it is asked for by itself: by the member of Converse, which its older models refuse, or beside thinking that is off. */
function effortApart(
  { outputConfig, reasoningConfig }: BedrockLanguageModelOptions,
  { mode }: Wish,
  { effort }: Steerable,
): Effort | undefined {
  const own = mode === 'disabled' ? reasoningConfig?.maxReasoningEffort : undefined;
  // The cast: a word that is new is in no type.
  const asked = (outputConfig?.effort ?? own) as Effort | undefined;
  if (!asked || effort?.path[0] !== 'output_config') return undefined;
  return effort.levels.includes(asked) || isNewEffort(asked, effort.levels) ? asked : undefined;
}

interface Asked extends Partial<Pick<ReasoningPlan, 'fields' | 'budget'>> {
  readonly wanted?: Effort | undefined;
}

function steer(
  wish: Wish,
  { maxOutputTokens }: Call,
  reasoning: Steerable,
  apart: Effort | undefined,
  conversation: Conversation,
): Asked {
  const { mode, budgetTokens, display } = wish;
  if (mode === 'disabled') return switchOff(apart, reasoning, conversation);
  if (mode === 'default') {
    if (display !== undefined) {
      unsupported(conversation, 'reasoningConfig.display', ' is not asked to think.');
    }
    return {};
  }
  const adaptive = reasoning.kind === 'adaptive' ? reasoning : undefined;
  // A model with both forms gets the newer one unless a budget was asked for explicitly.
  const older = mode === 'enabled' && budgetTokens !== undefined ? adaptive?.budget : undefined;
  const form = reasoning.kind === 'budget' ? reasoning.budget : older;
  if (!form && budgetTokens !== undefined) {
    changed(
      conversation,
      'reasoningConfig.budgetTokens',
      ' takes no budget, so it thinks by effort instead.',
    );
  }
  const budget = form && budgetFor(wish, form.min, maxOutputTokens, conversation);
  const thinking = thinkingOf(wish, form ? undefined : adaptive, conversation);
  return {
    fields: [{ thinking }, form ? fieldAt(form.path, budget) : {}].reduce(
      mergeFields,
      (older ?? reasoning).on,
    ),
    budget,
    // A level by itself sets the budget; beside an explicit budget it is an effort.
    wanted: form && budgetTokens === undefined ? undefined : wish.level,
  };
}

/** `thinking.type` and `thinking.display`, which only models with adaptive thinking have. */
function thinkingOf(
  { mode, display }: Wish,
  adaptive: Extract<Reasoning, { kind: 'adaptive' }> | undefined,
  conversation: Conversation,
): UnknownRecord | undefined {
  const type = adaptive && ['adaptive', ...adaptive.modes].find((known) => known === mode);
  if (mode !== 'enabled' && type === undefined) {
    unsupported(conversation, 'reasoningConfig.type', ` has no reasoning mode "${mode}".`);
  }
  // A mode beside `adaptive` stands alone in `thinking`: anything else in there is refused.
  const alone = type !== undefined && type !== 'adaptive';
  const shown = alone ? undefined : adaptive?.displays.find((known) => known === display);
  if (display !== undefined && !shown) {
    const where = alone ? ` in its mode "${type}"` : '';
    unsupported(conversation, 'reasoningConfig.display', ` has no display mode "${display}"${where}.`);
  }
  return withoutUndefined({ type, display: shown });
}

function switchOff(apart: Effort | undefined, reasoning: Steerable, conversation: Conversation): Asked {
  const { off, effort, byDefault } = reasoning;
  if (typeof off === 'object') return { fields: off };
  const [mode] = reasoning.kind === 'adaptive' ? reasoning.modes : [];
  if (mode !== undefined) {
    thinksAtLeast(mode, conversation);
    return { fields: fieldAt(THINKING_TYPE, mode) };
  }
  const lowest = effort?.levels[0];
  if (byDefault === false) return {};
  if (lowest === undefined) {
    unsupported(conversation, 'reasoning: none', ' cannot switch it off.');
    return {};
  }
  if (apart) return { wanted: 'none' };
  thinksAtLeast(lowest, conversation);
  return { wanted: lowest };
}

function thinksAtLeast(lowest: string, conversation: Conversation): void {
  changed(conversation, 'reasoning: none', ` always thinks, so its lowest setting is used: ${lowest}.`);
}

/** @param reasoning false for a model that will not think. */
function constraintsOf(
  reasoning: Thinking | false,
  effort: unknown,
  wished: boolean,
): Pick<ReasoningPlan, 'sampling' | 'forcedToolChoice'> {
  if (!reasoning) return { forcedToolChoice: true };
  const { forcedToolChoice, sampling } = reasoning;
  const efforts: readonly unknown[] | undefined = sampling.efforts;
  return {
    sampling: !efforts || efforts.includes(effort) ? sampling : undefined,
    // Where it is not known, forcing a tool must not put at risk the thinking that was asked for.
    forcedToolChoice: forcedToolChoice === 'unknown' ? !wished : forcedToolChoice === true,
  };
}

function warnNotSteerable({ mode }: Wish, conversation: Conversation): void {
  const { name, match, reasoning } = conversation.capabilities;
  let details = ' does not think before it answers.';
  if (reasoning.kind === 'fixed') details = ' always thinks, and nothing steers it.';
  else if (reasoning.kind === 'unknown' && match === 'none') {
    details = `Nothing is known of ${name}. Say which model it is with the option "baseModelId", such as "anthropic.claude-sonnet-4-5".`;
  } else if (mode === 'disabled') return;
  else if (reasoning.kind === 'unknown') details = ' is not known to think when told to.';
  unsupported(conversation, 'reasoning', details);
}
