/**
 * What the models on Amazon Bedrock can do: ids taken apart, and a complete record for every id.
 * @module
 */
export type { CapabilitiesOptions } from './capabilities.ts';
export { capabilitiesOf } from './capabilities.ts';
export type { EndedModelId } from './ended-ids.ts';
export type { ModelIdErrorCode } from './errors.ts';
export { ModelIdError } from './errors.ts';
export { inferenceProfilesFor } from './inference-profile.ts';
export type {
  AudioFormat,
  DocumentFormat,
  ImageFormat,
  Inputs,
  MediaInput,
  VideoFormat,
} from './input-record.ts';
export type {
  EmbeddingBody,
  EmbeddingCapabilities,
  ImageBody,
  ImageCapabilities,
  ImageSizes,
  ImageTask,
  RerankCapabilities,
} from './invoke-record.ts';
export type { InvokedCapabilities } from './invoked-capabilities.ts';
export {
  embeddingCapabilitiesOf,
  imageCapabilitiesOf,
  rerankCapabilitiesOf,
} from './invoked-capabilities.ts';
export type {
  KnownEmbeddingModelId,
  KnownImageModelId,
  KnownLanguageModelId,
  KnownMediaModelId,
  KnownModelId,
  KnownRerankModelId,
  ModelId,
} from './known-ids.ts';
export { knownModelIds } from './known-ids.ts';
export { languageCapabilitiesOf } from './language-capabilities.ts';
export type { Geography, ModelIdKind, ParsedModelId } from './model-id.ts';
export { parseModelId } from './model-id.ts';
export type {
  Effort,
  Reasoning,
  ReasoningBudget,
  ReasoningEffort,
  ReasoningSampling,
  RequestFields,
} from './reasoning-record.ts';
export type {
  Addressing,
  Feature,
  Lifecycle,
  ModelCapabilities,
  ModelKind,
  OperationName,
  PromptCaching,
  Quantity,
  Sampling,
  StructuredOutput,
  StructuredOutputMeans,
  Support,
} from './record.ts';
export { isSourceRegion } from './source-regions.ts';
export type { TextRule, ToolUse } from './tool-record.ts';
