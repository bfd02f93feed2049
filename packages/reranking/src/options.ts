// What a caller can ask of a reranking model beyond the AI SDK's own arguments, under `providerOptions.bedrock`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_BedrockRerankingModelConfiguration.html
import type { JSONObject, SharedV4Warning } from '@ai-sdk/provider';
import { type Check, isObject, isText, readOptions } from '@bedrock-kit/invocation';

/** By which operation a model is asked. */
export type RerankOperation = 'Rerank' | 'InvokeModel';

/** Options of a call. */
export type RerankingModelOptions = {
  /** By which operation the model is asked; wins over the setting. Default `Rerank`. */
  operation?: RerankOperation | undefined;
  /** Handed to the model as it is; with `InvokeModel` laid over the body. */
  additionalModelRequestFields?: JSONObject | undefined;
  /** Goes on where an earlier answer broke off: its `providerMetadata.bedrock.nextToken`. The pages of one call are followed without it. */
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
