// The model behind an id that hides it, as far as the caller says, and what holds while nobody says it.

import { type ModelCapabilities, parseModelId } from '@bedrock-kit/models';
import type { BedrockLanguageModelOptions, ModelFamily } from '../options.ts';
import type { MappedModel } from './converse-request.ts';

/** A family by a name that no model has: `models` answers with the newest rules of the family. */
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
 * What the options and the model together say of the model behind the id; undefined when the id speaks for itself. A family says less
 * than an id that shows its model.
 */
export function resolveBaseModelId(
  { baseModelId, modelFamily }: Pick<BedrockLanguageModelOptions, 'baseModelId' | 'modelFamily'>,
  model: Partial<Pick<MappedModel, 'modelId' | 'baseModelId'>> = {},
): string | undefined {
  const named = baseModelId ?? model.baseModelId;
  if (named !== undefined || modelFamily === undefined) return named;
  const shown = model.modelId && parseModelId(model.modelId).baseModelId;
  return shown ? undefined : FAMILIES[modelFamily];
}

/** Whether rules that Claude alone has may hold: an ARN may hide one. */
export function mayBeClaude({ vendor }: ModelCapabilities): boolean {
  return vendor === 'anthropic' || vendor === 'unknown';
}
