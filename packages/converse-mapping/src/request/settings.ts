// The AI SDK's settings as `inferenceConfig`, inside the limits of the model; the rest is a warning.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { InferenceConfiguration } from '@bedrock-kit/protocol';
import { type UnknownRecord, withoutUndefined } from '../record.ts';
import { fieldAt } from './additional-fields.ts';
import type { Conversation } from './conversation.ts';
import type { ReasoningPlan } from './reasoning.ts';
import { ANSWER_TOKENS } from './reasoning-budget.ts';

export interface Settings {
  readonly inferenceConfig: InferenceConfiguration | undefined;
  /** What Converse has no member for and the model takes all the same. */
  readonly fields: UnknownRecord;
}

/** What the settings are held against. */
interface Rules extends Pick<Conversation, 'capabilities' | 'warnings'> {
  readonly plan: ReasoningPlan;
}

export function convertSettings(
  call: LanguageModelV4CallOptions,
  plan: ReasoningPlan,
  { capabilities, warnings }: Conversation,
): Settings {
  const rules: Rules = { plan, capabilities, warnings };
  for (const setting of ['frequencyPenalty', 'presencePenalty', 'seed'] as const) {
    if ((call[setting] ?? undefined) !== undefined)
      warnings.unsupported(setting, 'Converse has no such setting.');
  }
  const temperature = temperatureOf(call, rules);
  const inferenceConfig: InferenceConfiguration = {
    maxTokens: maxTokensOf(call, rules),
    temperature,
    topP: topPOf(call, temperature, rules),
    stopSequences: stopSequencesOf(call, rules),
  };
  return { inferenceConfig: withoutUndefined(inferenceConfig), fields: topKFields(call, rules) };
}

function maxTokensOf(
  call: LanguageModelV4CallOptions,
  { plan: { budget, sampling }, capabilities, warnings }: Rules,
): number | undefined {
  const maxOutputTokens = call.maxOutputTokens ?? undefined;
  const { maxOutputTokens: longest, minOutputTokens, name } = capabilities;
  if (sampling?.maxTokens === false) {
    if (maxOutputTokens !== undefined) warnings.unsupported('maxOutputTokens', whileReasoning(name));
    return undefined;
  }
  // The budget counts into maxTokens; the AI SDK's setting means the answer alone.
  const wanted = budget === undefined ? maxOutputTokens : (maxOutputTokens ?? ANSWER_TOKENS) + budget;
  if (wanted === undefined) return undefined;
  const most = longest === 'unknown' ? wanted : longest;
  const limit = Math.max(minOutputTokens, Math.min(wanted, most));
  // A caller who asked for less than that has not lost a token to the budget.
  if (limit !== wanted && (limit > wanted || (maxOutputTokens ?? 0) > most)) {
    warnings.compatibility(
      'maxOutputTokens',
      `${name} answers with ${minOutputTokens} to ${most} tokens, so the limit is ${limit}.`,
    );
  }
  return limit;
}

/** The value of a setting, unless the model does not take it, always or while it reasons. */
function taken(
  setting: 'temperature' | 'topP' | 'topK',
  call: LanguageModelV4CallOptions,
  { plan, capabilities: { sampling, name }, warnings }: Rules,
): number | undefined {
  // Callers in JavaScript write null for what they leave open.
  const value = call[setting] ?? undefined;
  if (value === undefined) return undefined;
  const allowed = plan.sampling?.[setting];
  const outside = Array.isArray(allowed) && (value < Number(allowed[0]) || value > Number(allowed[1]));
  if (sampling[setting] === false) warnings.unsupported(setting, refuses(name));
  else if (allowed === false || outside) warnings.unsupported(setting, whileReasoning(name));
  else return value;
  return undefined;
}

function temperatureOf(call: LanguageModelV4CallOptions, rules: Rules): number | undefined {
  const temperature = taken('temperature', call, rules);
  if (temperature === undefined || (temperature >= 0 && temperature <= 1)) return temperature;
  const limit = temperature > 1 ? 1 : 0;
  rules.warnings.unsupported('temperature', `Bedrock takes 0 to 1, so ${temperature} became ${limit}.`);
  return limit;
}

function topPOf(
  call: LanguageModelV4CallOptions,
  temperature: number | undefined,
  rules: Rules,
): number | undefined {
  const topP = taken('topP', call, rules);
  const { sampling, name } = rules.capabilities;
  if (topP === undefined || temperature === undefined || sampling.temperatureXorTopP !== true) return topP;
  rules.warnings.unsupported('topP', `${name} takes temperature or topP, not both.`);
  return undefined;
}

function topKFields(call: LanguageModelV4CallOptions, rules: Rules): UnknownRecord {
  const topK = taken('topK', call, rules);
  const { sampling } = rules.capabilities;
  if (topK === undefined) return {};
  if (typeof sampling.topK === 'object') return fieldAt(sampling.topK.path, topK);
  rules.warnings.unsupported(
    'topK',
    'Converse has no such setting, and it is not known where the model takes it. Put it into additionalModelRequestFields.',
  );
  return {};
}

function stopSequencesOf(
  { stopSequences }: LanguageModelV4CallOptions,
  { capabilities: { stopSequences: allowed, vendor, name }, warnings }: Rules,
): string[] | undefined {
  const asked = stopSequences?.filter((sequence) => sequence !== '') ?? [];
  // "each stop sequence must contain non-whitespace", says Claude; to others a line break is one like any other.
  const given = vendor === 'anthropic' ? asked.filter((sequence) => sequence.trim() !== '') : asked;
  if (given.length < asked.length) {
    warnings.repair('stopSequences', `${name} takes none that is blank, so those are left out.`);
  }
  if (given.length === 0) return undefined;
  if (allowed === false) {
    warnings.unsupported('stopSequences', refuses(name));
    return undefined;
  }
  const max = typeof allowed === 'object' && allowed.max !== 'unknown' ? allowed.max : given.length;
  if (given.length > max)
    warnings.compatibility('stopSequences', `${name} takes ${max}, so only the first ones are sent.`);
  return given.slice(0, max);
}

function refuses(name: string): string {
  return `${name} does not take it.`;
}

function whileReasoning(name: string): string {
  return `${name} does not take it while it reasons.`;
}
