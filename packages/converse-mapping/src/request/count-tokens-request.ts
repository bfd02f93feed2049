// The request that counts the tokens of a call, made of the very request that would send it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html

import { parseModelId } from '@bedrock-kit/models';
import type { ConverseStreamRequest, CountTokensRequest } from '@bedrock-kit/protocol';
import { picked } from '../record.ts';

/** Makes the CountTokens request for a Converse request: only the members that cost tokens, and a model id in place of an inference profile. */
export function toCountTokensRequest(request: ConverseStreamRequest): CountTokensRequest {
  const { modelId } = request;
  const converse = picked({ ...request }, 'messages', 'system', 'toolConfig', 'additionalModelRequestFields');
  return { modelId: parseModelId(modelId).baseModelId ?? modelId, input: { converse: converse ?? {} } };
}
