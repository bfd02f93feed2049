// The request that counts the tokens of a call, made of the very request that would send it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html

import type { ConverseStreamRequest, CountTokensRequest } from '@bedrock-kit/protocol';
import { withoutUndefined } from '../record.ts';

/** Keeps the members that count; settings and metadata are not among them. */
export function toCountTokensRequest(request: ConverseStreamRequest): CountTokensRequest {
  const { modelId, messages, system, toolConfig, additionalModelRequestFields } = request;
  const converse = withoutUndefined({ messages, system, toolConfig, additionalModelRequestFields });
  return { modelId, input: { converse: converse ?? {} } };
}
