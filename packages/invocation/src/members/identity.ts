// The members that models of every kind have.
// https://github.com/vercel/ai/tree/main/packages/provider/src

/** The members by which the AI SDK identifies a model. */
export interface ModelIdentity {
  readonly specificationVersion: 'v4';
  readonly provider: string;
  readonly modelId: string;
}

/**
 * Makes the members that say which model it is.
 *
 * @param provider the model's `provider`; telemetry knows the default as `aws.bedrock`
 */
export function modelIdentity(modelId: string, provider = 'amazon-bedrock'): ModelIdentity {
  return { specificationVersion: 'v4', provider, modelId };
}
