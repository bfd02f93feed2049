// The AI SDK's settings as `inferenceConfig`, inside the limits of the model; the rest is a warning.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { InferenceConfiguration } from '@bedrock-kit/protocol';
import { type UnknownRecord, withoutUndefined } from '../record.ts';
import type { Warnings } from '../warnings.ts';
import { fieldAt } from './additional-fields.ts';
import type { ReasoningPlan } from './reasoning.ts';
import { ANSWER_TOKENS } from './reasoning-budget.ts';

export interface Settings {
  readonly inferenceConfig: InferenceConfiguration | undefined;
  /** What Converse has no member for and the model takes all the same. */
  readonly fields: UnknownRecord;
}

export function convertSettings(
  call: LanguageModelV4CallOptions,
  plan: ReasoningPlan,
  capabilities: ModelCapabilities,
  warnings: Warnings,
): Settings {
  for (const setting of ['frequencyPenalty', 'presencePenalty', 'seed'] as const) {
    if (call[setting] !== undefined) warnings.unsupported(setting, 'Converse has no such setting.');
  }
  const temperature = temperatureOf(call, plan, capabilities, warnings);
  const inferenceConfig: InferenceConfiguration = {
    maxTokens: maxTokensOf(call, plan, capabilities, warnings),
    temperature,
    topP: topPOf(call, temperature, plan, capabilities, warnings),
    stopSequences: stopSequencesOf(call, capabilities, warnings),
  };
  return {
    inferenceConfig: withoutUndefined(inferenceConfig),
    fields: topKFields(call, plan, capabilities, warnings),
  };
}

function maxTokensOf(
  { maxOutputTokens }: LanguageModelV4CallOptions,
  { budget, sampling }: ReasoningPlan,
  { maxOutputTokens: longest, minOutputTokens, name }: ModelCapabilities,
  warnings: Warnings,
): number | undefined {
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

function temperatureOf(
  { temperature }: LanguageModelV4CallOptions,
  { sampling: whileThinking }: ReasoningPlan,
  { sampling, name }: ModelCapabilities,
  warnings: Warnings,
): number | undefined {
  if (temperature === undefined) return undefined;
  if (sampling.temperature === false) {
    warnings.unsupported('temperature', refuses(name));
    return undefined;
  }
  // The one value that thinking models take is their default.
  if (whileThinking?.temperature === false) {
    warnings.unsupported('temperature', whileReasoning(name));
    return undefined;
  }
  if (temperature > 1 || temperature < 0) {
    const limit = temperature > 1 ? 1 : 0;
    warnings.unsupported('temperature', `Bedrock takes 0 to 1, so ${temperature} became ${limit}.`);
    return limit;
  }
  return temperature;
}

function topPOf(
  { topP }: LanguageModelV4CallOptions,
  temperature: number | undefined,
  { sampling: whileThinking }: ReasoningPlan,
  { sampling, name }: ModelCapabilities,
  warnings: Warnings,
): number | undefined {
  if (topP === undefined) return undefined;
  if (sampling.topP === false) {
    warnings.unsupported('topP', refuses(name));
    return undefined;
  }
  const allowed = whileThinking?.topP;
  const outside = Array.isArray(allowed) && (topP < Number(allowed[0]) || topP > Number(allowed[1]));
  if (allowed === false || outside) {
    warnings.unsupported('topP', whileReasoning(name));
    return undefined;
  }
  if (sampling.temperatureXorTopP === true && temperature !== undefined) {
    warnings.unsupported('topP', `${name} takes temperature or topP, not both.`);
    return undefined;
  }
  return topP;
}

function topKFields(
  { topK }: LanguageModelV4CallOptions,
  { sampling: whileThinking }: ReasoningPlan,
  { sampling, name }: ModelCapabilities,
  warnings: Warnings,
): UnknownRecord {
  if (topK === undefined) return {};
  if (sampling.topK === false) warnings.unsupported('topK', refuses(name));
  else if (whileThinking?.topK === false) warnings.unsupported('topK', whileReasoning(name));
  else if (sampling.topK === 'unknown') warnings.unsupported('topK', UNKNOWN_TOP_K);
  else return fieldAt(sampling.topK.path, topK);
  return {};
}

function stopSequencesOf(
  { stopSequences }: LanguageModelV4CallOptions,
  { stopSequences: allowed, name }: ModelCapabilities,
  warnings: Warnings,
): string[] | undefined {
  const given = stopSequences?.filter((sequence) => sequence !== '') ?? [];
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

const UNKNOWN_TOP_K =
  'Converse has no such setting, and it is not known where the model takes it. Put it into additionalModelRequestFields.';

function refuses(name: string): string {
  return `${name} does not take it.`;
}

function whileReasoning(name: string): string {
  return `${name} does not take it while it reasons.`;
}
