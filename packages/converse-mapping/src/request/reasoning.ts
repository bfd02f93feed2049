// How hard the model shall think, in the form that its family takes: a budget, an effort, a switch.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type {
  Effort,
  ModelCapabilities,
  Reasoning,
  ReasoningBudget,
  ReasoningEffort,
  ReasoningSampling,
} from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions, ReasoningConfig } from '../options.ts';
import type { UnknownRecord } from '../record.ts';
import type { Warnings } from '../warnings.ts';
import { fieldAt, mergeFields, valueAt } from './additional-fields.ts';
import { budgetFor } from './reasoning-budget.ts';

/** What the rest of the request has to know. */
export interface ReasoningPlan {
  /** For `additionalModelRequestFields`. */
  readonly fields: UnknownRecord;
  readonly betas: readonly string[];
  /** Whether the model will think when it answers. */
  readonly active: boolean;
  /** Tokens that the thinking may take of `maxTokens`. */
  readonly budget: number | undefined;
  /** What is left of the sampling settings; undefined when all of them are. */
  readonly sampling: ReasoningSampling | undefined;
  /** Whether a tool may be forced. */
  readonly forcedToolChoice: boolean;
}

type Level = NonNullable<LanguageModelV4CallOptions['reasoning']>;
type Steerable = Exclude<Reasoning, { kind: 'none' } | { kind: 'unknown' } | { kind: 'fixed' }>;

/** The AI SDK's levels and Bedrock's own options as one wish. Explicit options win. */
interface Wish {
  readonly mode: 'default' | 'off' | 'on' | (string & {});
  readonly level: Exclude<Level, 'provider-default' | 'none'> | undefined;
  readonly budgetTokens: number | undefined;
  readonly display: string | undefined;
}

export function planReasoning(
  call: Pick<LanguageModelV4CallOptions, 'reasoning' | 'maxOutputTokens'>,
  options: BedrockLanguageModelOptions,
  capabilities: ModelCapabilities,
  warnings: Warnings,
): ReasoningPlan {
  const { reasoning } = capabilities;
  const wish = wishOf(call.reasoning, options.reasoningConfig);
  if (reasoning.kind === 'none' || reasoning.kind === 'unknown' || reasoning.kind === 'fixed') {
    if (wish.mode !== 'default') warnNotSteerable(wish, reasoning, capabilities, warnings);
    const active = reasoning.kind === 'fixed';
    return { ...NOTHING, active, ...(active && constraintsOf(reasoning, undefined, false)) };
  }
  const asked = steer(wish, call, reasoning, capabilities, warnings);
  // What the caller wrote into the fields by hand counts as much as an option.
  const given = options.additionalModelRequestFields ?? {};
  const active = isActive(mergeFields(asked.fields, given), reasoning);
  const wished = wish.mode !== 'default' || isActive(given, { ...reasoning, byDefault: false });
  return { ...NOTHING, ...asked, active, ...(active && constraintsOf(reasoning, asked.effort, wished)) };
}

const NOTHING: ReasoningPlan = {
  fields: {},
  betas: [],
  active: false,
  budget: undefined,
  sampling: undefined,
  forcedToolChoice: true,
};

function wishOf(level: Level | undefined, config: ReasoningConfig = {}): Wish {
  const portable = level === undefined || level === 'provider-default' ? undefined : level;
  const says = config.type ?? ((config.budgetTokens ?? config.maxReasoningEffort) ? 'enabled' : undefined);
  const mode = says === 'disabled' ? 'off' : says === 'enabled' ? 'on' : says;
  return {
    mode: mode ?? (portable === undefined ? 'default' : portable === 'none' ? 'off' : 'on'),
    level: config.maxReasoningEffort ?? (portable === 'none' ? undefined : portable),
    budgetTokens: config.budgetTokens,
    display: config.display,
  };
}

interface Asked {
  readonly fields: UnknownRecord;
  readonly betas: readonly string[];
  readonly budget?: number | undefined;
  readonly effort?: Effort | undefined;
}

function steer(
  wish: Wish,
  call: Pick<LanguageModelV4CallOptions, 'maxOutputTokens'>,
  reasoning: Steerable,
  capabilities: ModelCapabilities,
  warnings: Warnings,
): Asked {
  if (wish.mode === 'default') return { fields: {}, betas: [] };
  if (wish.mode === 'off') return switchOff(reasoning, capabilities, warnings);
  if (reasoning.kind === 'budget') {
    if (wish.mode !== 'on') warnNoMode(wish, capabilities, warnings);
    const form = { ...reasoning.budget, on: reasoning.on };
    return steerByBudget(wish, call, form, reasoning.effort, capabilities, warnings);
  }
  // A model with both forms gets the newer one unless a budget was asked for in so many words.
  const older = reasoning.kind === 'adaptive' && wish.mode === 'on' ? reasoning.budget : undefined;
  return older !== undefined && wish.budgetTokens !== undefined
    ? steerByBudget(wish, call, older, reasoning.effort, capabilities, warnings)
    : steerByEffort(wish, reasoning, capabilities, warnings);
}

function steerByBudget(
  wish: Wish,
  { maxOutputTokens }: Pick<LanguageModelV4CallOptions, 'maxOutputTokens'>,
  form: ReasoningBudget & { readonly on: UnknownRecord },
  effort: ReasoningEffort | undefined,
  capabilities: ModelCapabilities,
  warnings: Warnings,
): Asked {
  const budget = budgetFor({ ...wish, min: form.min, maxOutputTokens, capabilities, warnings });
  // A level alone is what the budget is made of; beside a budget it is an effort of its own.
  const both = effort !== undefined && wish.budgetTokens !== undefined && wish.level !== undefined;
  const level = both ? nearestLevel(wish.level, effort.levels, warnings) : undefined;
  const effortField = both && level !== undefined ? fieldAt(effort.path, level) : {};
  return {
    fields: mergeFields(mergeFields(form.on, fieldAt(form.path, budget)), effortField),
    betas: both && effort.beta !== undefined && level !== undefined ? [effort.beta] : [],
    budget,
  };
}

function steerByEffort(
  wish: Wish,
  reasoning: Exclude<Steerable, { kind: 'budget' }>,
  capabilities: ModelCapabilities,
  warnings: Warnings,
): Asked {
  if (wish.budgetTokens !== undefined) {
    warnings.compatibility(
      'reasoningConfig.budgetTokens',
      `${capabilities.name} takes no budget, so it thinks by effort instead.`,
    );
  }
  const { effort } = reasoning;
  const level = nearestLevel(wish.level, effort.levels, warnings);
  const mode = modeField(wish, reasoning, capabilities, warnings);
  return {
    fields: mergeFields(
      mergeFields(reasoning.on, mode),
      level === undefined ? {} : fieldAt(effort.path, level),
    ),
    betas: effort.beta !== undefined && level !== undefined ? [effort.beta] : [],
    effort: level,
  };
}

/** `thinking.type` and `thinking.display`, which only models with adaptive thinking have. */
function modeField(
  { mode, display }: Wish,
  reasoning: Exclude<Steerable, { kind: 'budget' }>,
  { name }: ModelCapabilities,
  warnings: Warnings,
): UnknownRecord {
  const adaptive = reasoning.kind === 'adaptive';
  const modes = adaptive ? reasoning.modes : [];
  const displays = adaptive ? reasoning.displays : [];
  const isMode = modes.includes(mode);
  if (mode !== 'on' && !isMode && !(adaptive && mode === 'adaptive')) {
    warnNoMode({ mode }, { name }, warnings);
  }
  const shown = display !== undefined && displays.includes(display);
  if (display !== undefined && !shown) {
    warnings.unsupported('reasoningConfig.display', `${name} has no display mode "${display}".`);
  }
  if (!isMode && !shown) return {};
  return { thinking: { ...(isMode && { type: mode }), ...(shown && { display }) } };
}

function warnNoMode(
  { mode }: Pick<Wish, 'mode'>,
  { name }: Pick<ModelCapabilities, 'name'>,
  warnings: Warnings,
): void {
  warnings.unsupported('reasoningConfig.type', `${name} has no reasoning mode "${mode}".`);
}

function switchOff(reasoning: Steerable, { name }: ModelCapabilities, warnings: Warnings): Asked {
  if (typeof reasoning.off === 'object') return { fields: reasoning.off, betas: [] };
  const [lowest] = reasoning.effort?.levels ?? [];
  if (reasoning.kind === 'effort' && lowest === 'none') {
    return { fields: fieldAt(reasoning.effort.path, 'none'), betas: [], effort: 'none' };
  }
  if (reasoning.byDefault === false) return { fields: {}, betas: [] };
  if (lowest === undefined || reasoning.effort === undefined) {
    warnings.unsupported('reasoning: none', `${name} has no switch for it.`);
    return { fields: {}, betas: [] };
  }
  warnings.compatibility(
    'reasoning: none',
    `${name} cannot answer without thinking, so its lowest effort is used: ${lowest}.`,
  );
  return { fields: fieldAt(reasoning.effort.path, lowest), betas: [], effort: lowest };
}

const ORDER: readonly Effort[] = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'];

/** The level itself, else the next lower one, else the next higher; never `none`, which is another wish. */
function nearestLevel(
  wanted: Wish['level'],
  levels: readonly Effort[],
  warnings: Warnings,
): Effort | undefined {
  if (wanted === undefined || levels.includes(wanted)) return wanted;
  const place = ORDER.indexOf(wanted);
  const thinking = levels.filter((level) => level !== 'none');
  const lower = thinking.filter((level) => ORDER.indexOf(level) < place).at(-1);
  const nearest = lower ?? thinking.find((level) => ORDER.indexOf(level) > place);
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
  const effort = reasoning.effort === undefined ? undefined : valueAt(fields, reasoning.effort.path);
  if (reasoning.kind === 'effort' && effort !== undefined) return effort !== 'none';
  const budgetPath = reasoning.kind === 'effort' ? undefined : reasoning.budget?.path;
  if (budgetPath !== undefined && valueAt(fields, budgetPath) !== undefined) return true;
  const [root] = Object.keys(reasoning.on);
  if (root !== undefined && Object.hasOwn(fields, root)) return true;
  return reasoning.byDefault === true;
}

function holds(fields: UnknownRecord, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return false;
  return Object.entries(wanted).every(([name, value]) =>
    typeof value === 'object' && value !== null
      ? holds((fields[name] ?? {}) as UnknownRecord, value)
      : fields[name] === value,
  );
}

function constraintsOf(
  reasoning: Exclude<Reasoning, { kind: 'none' } | { kind: 'unknown' }>,
  effort: Effort | undefined,
  wished: boolean,
): Pick<ReasoningPlan, 'sampling' | 'forcedToolChoice'> {
  const { efforts } = reasoning.sampling;
  const applies = efforts === undefined || (effort !== undefined && efforts.includes(effort));
  return {
    sampling: applies ? reasoning.sampling : undefined,
    // Where nobody knows, thinking that was asked for is not put at risk by forcing a tool.
    forcedToolChoice: reasoning.forcedToolChoice === 'unknown' ? !wished : reasoning.forcedToolChoice,
  };
}

function warnNotSteerable(
  { mode }: Wish,
  { kind }: Reasoning,
  { name, match }: ModelCapabilities,
  warnings: Warnings,
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
