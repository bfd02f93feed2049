// Finds out which family a model id belongs to and what its limits are.
// https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
import { InvalidArgumentError } from '@ai-sdk/provider';
import { embeddingCapabilitiesOf, type EmbeddingCapabilities, type ModelCapabilities } from '@bedrock-kit/models';
import { families } from './families.ts';
import type { EmbeddingFamily } from './families/family.ts';

/** An embedding model as the rest of this package knows it. */
export interface KnownModel {
  readonly family: EmbeddingFamily;
  readonly embedding: EmbeddingCapabilities;
  readonly capabilities: ModelCapabilities;
}

/** The model that stands for a family whose ARN hides which one it is. */
const familyModels: Readonly<Record<string, string>> = {
  titan: 'amazon.titan-embed-text-v2:0',
  cohere: 'cohere.embed-v4:0',
  nova: 'amazon.nova-2-multimodal-embeddings-v1:0',
  marengo: 'twelvelabs.marengo-embed-3-0-v1:0',
};

/** The model behind an id; undefined where nothing says that it embeds. */
export function modelOf(
  modelId: string,
  baseModelId: string | undefined,
  modelFamily: string | undefined,
): KnownModel | undefined {
  const base = baseModelId ?? (modelFamily === undefined ? undefined : familyModels[modelFamily]);
  const capabilities = embeddingCapabilitiesOf(modelId, { baseModelId: base });
  const { embedding } = capabilities;
  if (embedding === false || embedding === 'unknown') return undefined;
  return { family: families[embedding.body], embedding, capabilities };
}

/** @throws InvalidArgumentError for an id of which it is not known how to embed with it */
export function required(model: KnownModel | undefined, modelId: string): KnownModel {
  if (model) return model;
  throw new InvalidArgumentError({
    argument: 'modelId',
    message: `${JSON.stringify(modelId)} is not known as an embedding model. For an ARN or a model behind another name give its base model as a setting: { baseModelId: 'amazon.titan-embed-text-v2:0' }.`,
  });
}
