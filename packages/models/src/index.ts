export type { CapabilitiesOptions } from './capabilities.ts';
export { capabilitiesOf } from './capabilities.ts';
export type { ModelIdErrorCode } from './errors.ts';
export { ModelIdError } from './errors.ts';
export type {
  EmbeddingBody,
  EmbeddingCapabilities,
  ImageBody,
  ImageCapabilities,
  ImageSizes,
  ImageTask,
  RerankCapabilities,
} from './invoke-record.ts';
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
  AudioFormat,
  DocumentFormat,
  Feature,
  ImageFormat,
  Inputs,
  Lifecycle,
  MediaInput,
  ModelCapabilities,
  ModelKind,
  OperationName,
  PromptCaching,
  Quantity,
  Sampling,
  StructuredOutput,
  StructuredOutputMeans,
  Support,
  TextRule,
  ToolUse,
  VideoFormat,
} from './record.ts';
