// The types that are the same for every major of the AI SDK: each entry exports them. The options of the majors 5 and 6 have types of their own,
// in down-adapter/options.ts.

export type { BedrockLanguageModelOptions, BedrockPartOptions } from '@bedrock-kit/converse-mapping';
export type { EmbeddingModelOptions, EmbeddingModelSettings } from '@bedrock-kit/embeddings';
export type { ImageModelOptions, ImageModelSettings } from '@bedrock-kit/images';
export type { BedrockErrorData } from '@bedrock-kit/invocation';
export type { RerankingModelOptions, RerankingModelSettings } from '@bedrock-kit/reranking';
// Settings, errors, and what `bedrock.runtime` and `bedrock.applyGuardrail` take and answer: so that an app can name it, whatever its package
// manager lets it import. Not each block: `Tool` and others would stand beside those of `ai` in the editor.
export type {
  ApiKey,
  ApplyGuardrailRequest,
  ApplyGuardrailResponse,
  AwsCredentials,
  BedrockErrorCode,
  BedrockRuntime,
  ConverseRequest,
  ConverseResponse,
  ConverseStreamEvent,
  ConverseStreamRequest,
  CountTokensRequest,
  CountTokensResponse,
  Fetch,
  HeaderValues,
  InvokeModelInput,
  JitterOptions,
  RetryPolicy,
} from '@bedrock-kit/runtime';
export type { AppliedGuardrail, ApplyGuardrailOptions } from './apply-guardrail.ts';
export type { CountedTokens, CountTokensOptions } from './count-tokens.ts';
export type { LanguageModelSettings } from './language-model-settings.ts';
export type {
  BedrockEmbeddingModelId,
  BedrockImageModelId,
  BedrockLanguageModelId,
  BedrockRerankingModelId,
} from './provider.ts';
export type { AmazonBedrockProviderSettings, BedrockCredentialProvider } from './settings.ts';
export type { BashInput, ComputerInput, Display, MemoryInput, TextEditorInput } from './tools.ts';
