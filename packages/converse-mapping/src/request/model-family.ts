// The model behind an id that hides it, as far as the caller tells, and what is assumed when nobody does.

import { parseModelId } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions, ModelFamily } from '../options.ts';
import type { Conversation } from './conversation.ts';
import type { MappedModel } from './converse-request.ts';

/** Each family as an id that no model has: for one of those `models` answers with the newest rules of the family. */
export const FAMILIES: { readonly [family in ModelFamily]: string } = {
  anthropic: 'anthropic.claude',
  nova: 'amazon.nova',
  openai: 'openai.gpt',
  mistral: 'mistral.mistral',
  meta: 'meta.llama',
  deepseek: 'deepseek.deepseek',
  qwen: 'qwen.qwen',
  cohere: 'cohere.command',
};

/**
 * The model behind an id that hides it, as the options or the model's settings name it; undefined if neither does. An id that shows its
 * model beats a family.
 * https://github.com/vercel/ai/issues/11035
 */
export function resolveBaseModelId(
  {
    baseModelId,
    reasoningConfig,
    // Budgets are Claude's alone.
    modelFamily = reasoningConfig?.budgetTokens === undefined ? undefined : 'anthropic',
  }: Pick<BedrockLanguageModelOptions, 'baseModelId' | 'modelFamily' | 'reasoningConfig'>,
  model: Partial<Pick<MappedModel, 'modelId' | 'baseModelId'>> = {},
): string | undefined {
  const named = baseModelId ?? model.baseModelId;
  if (named !== undefined || modelFamily === undefined) return named;
  const shown = model.modelId && parseModelId(model.modelId).baseModelId;
  return shown ? undefined : FAMILIES[modelFamily];
}

/** Whether Claude's own rules may apply: an ARN may hide a Claude. */
export function mayBeClaude({ capabilities: { vendor } }: Pick<Conversation, 'capabilities'>): boolean {
  return vendor === 'anthropic' || vendor === 'unknown';
}
