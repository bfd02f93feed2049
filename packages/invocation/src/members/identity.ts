// The members that models of every kind have.
// https://github.com/vercel/ai/tree/main/packages/provider/src

/** By what the AI SDK knows a model. */
export interface ModelIdentity {
  readonly specificationVersion: 'v4';
  readonly provider: string;
  readonly modelId: string;
}

/**
 * The members that say which model it is.
 *
 * @param provider what the model calls its provider; telemetry knows the standard one as `aws.bedrock`
 */
export function modelIdentity(modelId: string, provider = 'amazon-bedrock'): ModelIdentity {
  return { specificationVersion: 'v4', provider, modelId };
}
