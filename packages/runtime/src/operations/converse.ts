// Converse: one answer of a model to a conversation.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import {
  type ConverseRequest,
  converseRequestBlobs,
  type ConverseResponse,
  converseResponseBlobs,
  type DeepReadonly,
} from '@bedrock-kit/protocol/client';
import { lifted, mapBlobs } from '../blobs.ts';
import type { CallOptions, Client } from '../client.ts';
import { sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';
import { modelCall } from './model-call.ts';

/**
 * Sends a conversation and waits for the whole answer. Bytes in the answer are `{ base64 }`.
 *
 * @throws BedrockError, or what the client's `wrapError` makes of it.
 */
export async function converse(
  client: Client,
  request: DeepReadonly<ConverseRequest>,
  options?: CallOptions,
): Promise<Result<ConverseResponse>> {
  const result = await sendForJson<ConverseResponse>(
    client,
    () => modelCall(request, 'converse', converseRequestBlobs),
    options,
    'output',
    'stopReason', // and not `usage`, which answers of OpenAI's and Anthropic's own APIs have, too
  );
  const body = mapBlobs(result.body, converseResponseBlobs, lifted) as ConverseResponse; // a copy of it
  return { ...result, body };
}
