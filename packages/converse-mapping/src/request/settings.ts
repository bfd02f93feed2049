// The AI SDK's settings as `inferenceConfig`, inside the limits of the model; the rest is a warning.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html

import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { InferenceConfiguration } from '@bedrock-kit/protocol';
import { listOf, type OptionShape, readOption, string } from '../option-shape.ts';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { numberOf, type UnknownRecord, withoutUndefined } from '../record.ts';
import { changed, repaired, unsupported } from '../warnings.ts';
import { fieldAt } from './additional-fields.ts';
import type { Conversation } from './conversation.ts';
import type { ReasoningPlan } from './reasoning.ts';

export interface Settings {
  readonly inferenceConfig: InferenceConfiguration | undefined;
  /** What the model takes although Converse has no member for it. */
  readonly fields: UnknownRecord;
}

/**
 * `maxTokens` of a call that sets none, for a model whose answers Bedrock would end sooner. For a model that reasons it is twice that: the most
 * that Claude Opus 4.1 writes, since a caller may have named the family alone. It is less than most models can write, because Bedrock takes
 * `maxTokens` from the quota while a call runs.
 */
const USUAL_TOKENS = 16_000;

const TEXTS = listOf(string);
/** Not NaN. Infinity is the most that there may be. */
const NUMBER: OptionShape = {
  words: 'a number',
  read: (value) => (value === Number(value) ? value : undefined),
};

const REFUSED = ' does not take it.';
const REFUSED_WHILE_REASONING = ' does not take it while it reasons.';

export function convertSettings(
  call: LanguageModelV4CallOptions,
  options: BedrockLanguageModelOptions,
  plan: ReasoningPlan,
  conversation: Conversation,
): Settings {
  const { sampling } = conversation.capabilities;
  for (const setting of ['frequencyPenalty', 'presencePenalty', 'seed'] as const) {
    // Callers in JavaScript write null for what they leave open.
    if ((call[setting] ?? undefined) !== undefined)
      unsupported(conversation, setting, 'Converse has no such setting.');
  }

  /** A setting as the caller gave it. Core checks it, but middleware and other frameworks call a model without core. */
  const asked = (setting: 'maxOutputTokens' | 'temperature' | 'topP' | 'topK'): number | undefined => {
    const value = call[setting] ?? undefined;
    if (value === undefined) return undefined;
    return readOption(value, NUMBER, setting, conversation.warnings) as number; // by its shape
  };

  const topKPlace = typeof sampling.topK === 'object' && sampling.topK;
  const topKRange = topKPlace ? [topKPlace.min, topKPlace.max] : [];
  /** A setting within its limits; undefined if the model does not take it, be it always or while it reasons. */
  const taken = (setting: 'temperature' | 'topP' | 'topK'): number | undefined => {
    const value = asked(setting);
    if (value === undefined) return undefined;
    const allowed = plan.sampling?.[setting];
    if (sampling[setting] === false) {
      unsupported(conversation, setting, REFUSED);
      return undefined;
    }
    const [least, most] = typeof allowed === 'object' ? allowed : [-Infinity, Infinity];
    const isOutside = value < least || value > most;
    if (allowed === false || isOutside) {
      const details = isOutside ? ` takes ${least} to ${most} while it reasons.` : REFUSED_WHILE_REASONING;
      unsupported(conversation, setting, details);
      return undefined;
    }
    const [min = -Infinity, max = Infinity] = (setting === 'topK' ? topKRange : [0, 1]).map(numberOf);
    const limit = value >= min ? Math.min(value, max) : min;
    if (limit !== value)
      unsupported(conversation, setting, `Bedrock takes ${min} to ${max}, so ${value} became ${limit}.`);
    return limit;
  };

  const temperature = taken('temperature');
  const maxTokens = maxTokensOf(asked('maxOutputTokens'), options, plan, conversation);
  let topP = taken('topP');
  if (topP !== undefined && temperature !== undefined && sampling.temperatureXorTopP === true) {
    unsupported(conversation, 'topP', ' takes temperature or topP, not both.');
    topP = undefined;
  }
  // The AI SDK hands on what a caller in JavaScript wrote: a text, or nothing in the list.
  const texts = readOption(call.stopSequences ?? [], TEXTS, 'stopSequences', conversation.warnings);
  const stopSequences = stopSequencesOf(texts as string[], conversation); // by its shape
  const topK = taken('topK');
  if (topK !== undefined && !topKPlace) {
    unsupported(
      conversation,
      'topK',
      'It is not known where the model takes it: put it into additionalModelRequestFields.',
    );
  }
  return {
    inferenceConfig: withoutUndefined<InferenceConfiguration>({
      maxTokens,
      temperature,
      topP,
      stopSequences,
    }),
    fields: topK !== undefined && topKPlace ? fieldAt(topKPlace.path, topK) : {},
  };
}

function maxTokensOf(
  asked: number | undefined,
  options: BedrockLanguageModelOptions,
  { active, budget, sentBudget, sampling }: ReasoningPlan,
  conversation: Conversation,
): number | undefined {
  const { defaultOutputTokens, match, maxOutputTokens: longest, minOutputTokens } = conversation.capabilities;
  if (sampling?.maxTokens === false) {
    if (asked !== undefined) unsupported(conversation, 'maxOutputTokens', REFUSED_WHILE_REASONING);
    return undefined;
  }
  // A prompt resource brings a limit, or the caller wrote one: "The additional field max_tokens conflicts with the existing field maxTokens."
  const isLimited =
    conversation.isPrompt || options.additionalModelRequestFields?.['max_tokens'] !== undefined;
  if (asked === undefined && (isLimited || (defaultOutputTokens === 'unknown' && budget === undefined)))
    return undefined;
  const usual = USUAL_TOKENS + (active ? (sentBudget ?? USUAL_TOKENS) : 0);
  // The budget counts into maxTokens; the AI SDK's setting means the answer alone.
  const wanted = asked === undefined ? usual : asked + (budget ?? 0);
  // A model that is newer than the table often writes more than those before it: what the caller asks for is for AWS to judge.
  const trusted = match === 'family' ? numberOf(asked) : undefined;
  const most = longest === 'unknown' ? wanted : Math.max(longest, trusted ?? 0);
  const limit = Math.max(minOutputTokens, Math.min(wanted, most));
  // Somebody who asked for no more than the model can write has lost nothing: only the part for reasoning is smaller.
  if (limit > wanted || (asked ?? 0) > most) {
    // Without a known maximum only the minimum can have changed it.
    const range = longest === 'unknown' ? `at least ${minOutputTokens}` : `${minOutputTokens} to ${longest}`;
    changed(conversation, 'maxOutputTokens', ` answers with ${range} tokens, so the limit is ${limit}.`);
  }
  return limit;
}

function stopSequencesOf(asked: readonly string[], conversation: Conversation): string[] | undefined {
  const { stopSequences: allowed } = conversation.capabilities;
  // "is blank", says Bedrock of white space. An empty one asks for nothing.
  const given = asked.filter((sequence) => sequence.trim());
  if (asked.some((sequence) => sequence && !sequence.trim())) {
    repaired(conversation, 'stopSequences', 'Blank ones are refused, so they are left out.');
  }
  if (given.length === 0) return undefined;
  if (allowed === false) {
    unsupported(conversation, 'stopSequences', REFUSED);
    return undefined;
  }
  const max = typeof allowed === 'object' && allowed.max !== 'unknown' ? allowed.max : given.length;
  if (given.length > max)
    changed(conversation, 'stopSequences', ` takes ${max}, so only the first ones are sent.`);
  return given.slice(0, max);
}
