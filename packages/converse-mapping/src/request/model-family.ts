// The model behind an id that hides it, as far as the caller says.

import type { BedrockLanguageModelOptions, ModelFamily } from '../options.ts';
import type { MappedModel } from './converse-request.ts';

/** A family by a name that no model has: `models` answers with the newest rules of the family. */
const FAMILIES: { readonly [family in ModelFamily]: string } = {
  anthropic: 'anthropic.claude',
  nova: 'amazon.nova',
  openai: 'openai.gpt',
  mistral: 'mistral.mistral',
  meta: 'meta.llama',
  deepseek: 'deepseek.deepseek',
  qwen: 'qwen.qwen',
  cohere: 'cohere.command',
};

/** What the options and the model together say of the model behind the id; undefined when the id has to speak for itself. */
export function resolveBaseModelId(
  { baseModelId, modelFamily }: Pick<BedrockLanguageModelOptions, 'baseModelId' | 'modelFamily'>,
  model: Pick<MappedModel, 'baseModelId'> = {},
): string | undefined {
  return baseModelId ?? model.baseModelId ?? (modelFamily === undefined ? undefined : FAMILIES[modelFamily]);
}
