// CountTokens: how many input tokens a request would cost, without sending it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
import {
  type CountTokensRequest,
  type CountTokensResponse,
  countTokensRequestBlobs,
} from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { jsonBody, sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';
import { label } from './path.ts';

/** Counts the tokens of a Converse or InvokeModel request. @throws BedrockError, or what `wrapError` makes of it. */
export function countTokens(
  client: Client,
  request: CountTokensRequest,
  options?: CallOptions,
): Promise<Result<CountTokensResponse>> {
  return sendForJson(
    client,
    () => {
      const { modelId, ...body } = request;
      return {
        service: 'bedrock-runtime',
        method: 'POST',
        target: `/model/${label(modelId, 'modelId')}/count-tokens`,
        arn: modelId,
        ...jsonBody(body, countTokensRequestBlobs),
      };
    },
    options,
  );
}
