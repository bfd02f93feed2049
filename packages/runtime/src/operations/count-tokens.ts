// CountTokens: how many input tokens a request would cost, without sending it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
import {
  type CountTokensRequest,
  countTokensRequestBlobs,
  type CountTokensResponse,
  type DeepReadonly,
} from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';
import { modelCall } from './model-call.ts';

/** Counts the input tokens of a Converse or InvokeModel request. @throws BedrockError, or what `wrapError` makes of it. */
export function countTokens(
  client: Client,
  request: DeepReadonly<CountTokensRequest>,
  options?: CallOptions,
): Promise<Result<CountTokensResponse>> {
  return sendForJson(
    client,
    () => modelCall(request, 'count-tokens', countTokensRequestBlobs),
    options,
    'inputTokens',
  );
}
