// InvokeModel: a model's own JSON in, a model's own JSON out.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { CallOptions, Client } from '../client.ts';
import type { Result } from '../response.ts';
import { invokeModelBytes, type InvokeModelOutput } from './invoke-model-bytes.ts';
import { type InvokeModelInput, modelContent } from './model-body.ts';

/**
 * Sends a model's own request and waits for its whole answer.
 *
 * @throws BedrockError, or what the client's `wrapError` makes of it.
 */
export function invokeModel(
  client: Client,
  request: InvokeModelInput,
  options?: CallOptions,
): Promise<Result<InvokeModelOutput>> {
  return invokeModelBytes(
    client,
    () => ({ modelId: request.modelId, ...modelContent(request, { accept: request.accept }) }),
    options,
  );
}
