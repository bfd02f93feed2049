// What a caller can ask of a reranking model beyond the AI SDK's own arguments, under `providerOptions.bedrock`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingModelConfiguration.html
import type { JSONObject, SharedV4Warning } from '@ai-sdk/provider';
import { type Check, isObject, isText, readOptions } from '@bedrock-kit/invocation';

/** The operation of Bedrock by which a model is called. */
export type RerankOperation = 'Rerank' | 'InvokeModel';

/** `providerOptions.bedrock` of a call. */
export type RerankingModelOptions = {
  /** The operation by which the model is called. Wins over the setting. Default: `Rerank`. */
  operation?: RerankOperation | undefined;
  /** The model's own fields, passed on unchanged; with `InvokeModel` they are merged into the request body, where they win. */
  additionalModelRequestFields?: JSONObject | undefined;
  /** Continues an earlier answer: its `providerMetadata.bedrock.nextToken`. A call follows the pages of its own answer without it. */
  nextToken?: string | undefined;
};

const checks: { readonly [Name in keyof RerankingModelOptions]-?: Check } = {
  operation: [(value) => value === 'Rerank' || value === 'InvokeModel', "'Rerank' or 'InvokeModel'"],
  additionalModelRequestFields: isObject,
  nextToken: isText,
};

export function readRerankingOptions(
  given: Readonly<Record<string, unknown>>,
  path: string,
  warnings: SharedV4Warning[],
): RerankingModelOptions {
  return readOptions<RerankingModelOptions>(given, checks, path, warnings);
}
