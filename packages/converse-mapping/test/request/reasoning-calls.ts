// Calls that ask a model to reason, by a level or by the option, and what each sends: fields, limit of tokens, warnings.
import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import type { ReasoningConfig } from '../../src/index.ts';
import { bedrock, type Call, map } from '../messages.ts';

export const OPUS_4_6 = 'us.anthropic.claude-opus-4-6-v1';
export const OPUS_5 = 'us.anthropic.claude-opus-5';
export const OPUS_5_5 = 'us.anthropic.claude-opus-5-5';
export const SONNET_5_5 = 'us.anthropic.claude-sonnet-5-5';

export type Level = LanguageModelV4CallOptions['reasoning'];

/** Where a call sets no limit: for the answer, and for one with its thoughts. */
export const ANSWER = 16_000;
export const WITH_THOUGHTS = 32_000;

export function asked(
  call: Call,
  model: Parameters<typeof map>[1],
): [fields: unknown, maxTokens: unknown, warnings: unknown[]] {
  const { request, warnings } = map(call, model);
  return [request.additionalModelRequestFields, request.inferenceConfig?.maxTokens, warnings];
}

export function level(
  reasoning: Exclude<Level, undefined>,
  model: string,
  more: Call = {},
): ReturnType<typeof asked> {
  return asked({ reasoning, ...more }, model);
}

export function config(
  reasoningConfig: ReasoningConfig,
  model: string,
  more: Call = {},
): ReturnType<typeof asked> {
  return asked({ ...more, providerOptions: bedrock({ reasoningConfig }) }, model);
}

export const changed = (name: string, wanted: string, used: string) => ({
  type: 'compatibility',
  feature: 'reasoning',
  details: `${name} has no reasoning level "${wanted}", so "${used}" is used.`,
});
