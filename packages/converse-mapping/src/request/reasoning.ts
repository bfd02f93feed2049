// How hard the model shall think, in the form that its family takes: a budget, an effort, a switch.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { Effort, Reasoning, ReasoningBudget, ReasoningSampling } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions, ReasoningConfig } from '../options.ts';
import { isRecord, type UnknownRecord } from '../record.ts';
import { fieldAt, mergeFields, valueAt } from './additional-fields.ts';
import type { Conversation } from './conversation.ts';
import { budgetFor } from './reasoning-budget.ts';

/** What the rest of the request has to know. */
export interface ReasoningPlan {
  /** For `additionalModelRequestFields`. */
  readonly fields: UnknownRecord;
  readonly betas: readonly string[];
  /** Whether the model will think when it answers. */
  readonly active: boolean;
  /** Tokens that the thinking may take of `maxTokens`. */
  readonly budget?: number | undefined;
  /** What is left of the sampling settings; undefined when all of them are. */
  readonly sampling?: ReasoningSampling | undefined;
  /** Whether a tool may be forced. */
  readonly forcedToolChoice: boolean;
}

type Level = NonNullable<LanguageModelV4CallOptions['reasoning']>;
type Thinking = Exclude<Reasoning, { kind: 'none' } | { kind: 'unknown' }>;
type Steerable = Exclude<Thinking, { kind: 'fixed' }>;
type Call = Pick<LanguageModelV4CallOptions, 'reasoning' | 'maxOutputTokens'>;
type Model = Pick<Conversation, 'capabilities' | 'warnings'>;

export function planReasoning(call: Call, options: BedrockLanguageModelOptions, model: Model): ReasoningPlan {
  const { reasoning } = model.capabilities;
  const unasked = 'byDefault' in reasoning && reasoning.byDefault === true;
  const wish = wishOf(call.reasoning ?? undefined, unasked, options.reasoningConfig);
  if (reasoning.kind === 'none' || reasoning.kind === 'unknown' || reasoning.kind === 'fixed') {
    if (wish.mode !== 'default') warnNotSteerable(wish, reasoning, model);
    const active = reasoning.kind === 'fixed';
    return { ...NOTHING_ASKED, active, ...constraintsOf(active && reasoning, undefined, false) };
  }
  const asked = steer(wish, call, reasoning, model);
  // What the caller wrote into the fields by hand counts as much as an option.
  const given = options.additionalModelRequestFields ?? {};
  const active = isActive(mergeFields(asked.fields, given), reasoning);
  const wished = wish.mode !== 'default' || isActive(given, { ...reasoning, byDefault: false });
  const { effort, ...plan } = asked;
  return { ...plan, active, ...constraintsOf(active && reasoning, effort, wished) };
}

/** The AI SDK's levels and Bedrock's own options as one wish. Explicit options win. */
interface Wish {
  readonly mode: 'default' | 'off' | 'on' | (string & {});
  readonly level: Exclude<Level, 'provider-default' | 'none'> | undefined;
  readonly budgetTokens: number | undefined;
  readonly display: string | undefined;
}

const MODES: { readonly [type: string]: Wish['mode'] } = { disabled: 'off', enabled: 'on' };

/** @param unasked the model thinks without being asked, so that the display of it is a wish of its own. */
function wishOf(level: Level = 'provider-default', unasked: boolean, config: ReasoningConfig = {}): Wish {
  const { budgetTokens, maxReasoningEffort, display } = config;
  const explicit = budgetTokens ?? maxReasoningEffort ?? (unasked && level !== 'none' ? display : undefined);
  const type = config.type ?? (explicit ? 'enabled' : undefined);
  const portable = level === 'provider-default' || level === 'none' ? undefined : level;
  const asked = portable === undefined ? (level === 'none' ? 'off' : 'default') : 'on';
  return {
    mode: type === undefined ? asked : (MODES[type] ?? type),
    level: maxReasoningEffort ?? portable,
    budgetTokens,
    display,
  };
}

interface Asked extends Pick<ReasoningPlan, 'fields' | 'betas' | 'budget'> {
  readonly effort?: Effort | undefined;
}

const NOTHING_ASKED: Asked = { fields: {}, betas: [] };

function steer(wish: Wish, { maxOutputTokens }: Call, reasoning: Steerable, model: Model): Asked {
  if (wish.mode === 'off') return switchOff(reasoning, model);
  if (wish.mode === 'default') {
    if (wish.display !== undefined) {
      model.warnings.unsupported(
        'reasoningConfig.display',
        `${model.capabilities.name} is not asked to think.`,
      );
    }
    return NOTHING_ASKED;
  }
  const { effort } = reasoning;
  const form = budgetForm(wish, reasoning);
  if (form === undefined && wish.budgetTokens !== undefined) {
    model.warnings.compatibility(
      'reasoningConfig.budgetTokens',
      `${model.capabilities.name} takes no budget, so it thinks by effort instead.`,
    );
  }
  const budget = form && budgetFor({ ...wish, min: form.min, maxOutputTokens }, model);
  // A level alone is what a budget is made of; beside a budget it is an effort of its own.
  const ofBudget = form !== undefined && wish.budgetTokens === undefined;
  const level = effort && !ofBudget ? nearestLevel(wish.level, effort.levels, model) : undefined;
  const byEffort = level !== undefined && effort !== undefined;
  return {
    fields: [
      modeField(wish, form === undefined ? reasoning : undefined, model),
      form === undefined ? {} : fieldAt(form.path, budget),
      byEffort ? fieldAt(effort.path, level) : {},
    ].reduce(mergeFields, (form ?? reasoning).on),
    betas: byEffort && effort.beta !== undefined ? [effort.beta] : [],
    budget,
    effort: level,
  };
}

/** A model with both forms gets the newer one unless a budget was asked for in so many words. */
function budgetForm(
  { mode, budgetTokens }: Wish,
  reasoning: Steerable,
): (ReasoningBudget & Pick<Steerable, 'on'>) | undefined {
  if (reasoning.kind === 'budget') return { ...reasoning.budget, on: reasoning.on };
  const older = reasoning.kind === 'adaptive' && mode === 'on' && budgetTokens !== undefined;
  return older ? reasoning.budget : undefined;
}

/** `thinking.type` and `thinking.display`, which only models with adaptive thinking have. */
function modeField(
  { mode, display }: Wish,
  reasoning: Steerable | undefined,
  { capabilities: { name }, warnings }: Model,
): UnknownRecord {
  const adaptive = reasoning?.kind === 'adaptive' ? reasoning : undefined;
  const isMode = adaptive !== undefined && ['adaptive', ...adaptive.modes].includes(mode);
  if (mode !== 'on' && !isMode) {
    warnings.unsupported('reasoningConfig.type', `${name} has no reasoning mode "${mode}".`);
  }
  const isDisplay = display !== undefined && adaptive?.displays.includes(display) === true;
  if (display !== undefined && !isDisplay) {
    warnings.unsupported('reasoningConfig.display', `${name} has no display mode "${display}".`);
  }
  const thinking = { ...(isMode && { type: mode }), ...(isDisplay && { display }) };
  return isMode || isDisplay ? { thinking } : {};
}

function switchOff(reasoning: Steerable, { capabilities: { name }, warnings }: Model): Asked {
  const { off, effort, byDefault } = reasoning;
  if (typeof off === 'object') return { ...NOTHING_ASKED, fields: off };
  const lowest = effort?.levels[0];
  if (lowest !== 'none' && byDefault === false) return NOTHING_ASKED;
  if (effort === undefined || lowest === undefined) {
    warnings.unsupported('reasoning: none', `${name} has no switch for it.`);
    return NOTHING_ASKED;
  }
  if (lowest !== 'none') {
    warnings.compatibility(
      'reasoning: none',
      `${name} cannot answer without thinking, so its lowest effort is used: ${lowest}.`,
    );
  }
  return { ...NOTHING_ASKED, fields: fieldAt(effort.path, lowest), effort: lowest };
}

const ORDER: readonly Effort[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** The level itself, else the next lower one, else the next higher; never `none`, which is another wish. */
function nearestLevel(
  wanted: Wish['level'],
  levels: readonly Effort[],
  { warnings }: Model,
): Effort | undefined {
  if (wanted === undefined || levels.includes(wanted)) return wanted;
  const place = ORDER.indexOf(wanted);
  const thinking = levels.filter((level) => level !== 'none');
  const nearest = thinking.filter((level) => ORDER.indexOf(level) < place).at(-1) ?? thinking[0];
  if (nearest !== undefined) {
    warnings.compatibility(
      'reasoning',
      `The model has no reasoning level "${wanted}", so "${nearest}" is used.`,
    );
  }
  return nearest;
}

function isActive(fields: UnknownRecord, reasoning: Steerable): boolean {
  if (holds(fields, reasoning.off)) return false;
  const effort = reasoning.effort && valueAt(fields, reasoning.effort.path);
  if (reasoning.kind === 'effort' && effort !== undefined) return effort !== 'none';
  const [root = ''] = Object.keys(reasoning.on);
  const budget = reasoning.kind === 'effort' ? undefined : reasoning.budget;
  return (
    Object.hasOwn(fields, root) ||
    (budget !== undefined && valueAt(fields, budget.path) !== undefined) ||
    reasoning.byDefault === true
  );
}

/** Whether the fields say all that `wanted` says. */
function holds(fields: unknown, wanted: unknown): boolean {
  if (!isRecord(wanted)) return fields === wanted;
  return isRecord(fields) && Object.entries(wanted).every(([name, value]) => holds(fields[name], value));
}

/** @param reasoning false for a model that will not think. */
function constraintsOf(
  reasoning: Thinking | false,
  effort: Effort | undefined,
  wished: boolean,
): Pick<ReasoningPlan, 'sampling' | 'forcedToolChoice'> {
  if (reasoning === false) return { forcedToolChoice: true };
  const { forcedToolChoice, sampling } = reasoning;
  const applies =
    sampling.efforts === undefined || (effort !== undefined && sampling.efforts.includes(effort));
  return {
    sampling: applies ? sampling : undefined,
    // Where nobody knows, thinking that was asked for is not put at risk by forcing a tool.
    forcedToolChoice: forcedToolChoice === 'unknown' ? !wished : forcedToolChoice,
  };
}

function warnNotSteerable(
  { mode }: Wish,
  { kind }: Reasoning,
  { capabilities: { name, match }, warnings }: Model,
): void {
  if (kind === 'unknown' && match === 'none') {
    warnings.unsupported(
      'reasoning',
      `Nothing is known of the model behind ${name}. Say which it is with the option "baseModelId", such as "anthropic.claude-sonnet-4-5".`,
    );
  } else if (kind === 'fixed') {
    warnings.unsupported('reasoning', `${name} always thinks, and nothing steers it.`);
  } else if (mode !== 'off') {
    warnings.unsupported('reasoning', `${name} does not think before it answers.`);
  }
}
