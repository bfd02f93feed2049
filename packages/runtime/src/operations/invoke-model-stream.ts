// InvokeModelWithResponseStream: a model's own JSON in, its own events out.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html
import type { InvokeModelWithResponseStreamResponse, Json } from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { sendForEvents } from '../stream-operation.ts';
import type { StreamResult } from '../stream-result.ts';
import { chunkFormat } from './chunk-format.ts';
import { type InvokeModelInput, modelContent } from './model-body.ts';
import { label } from './path.ts';

/** The events of a model, and what the answer's headers say. */
export interface InvokeModelStream
  extends StreamResult<Json>,
    Omit<InvokeModelWithResponseStreamResponse, 'body'> {}

/**
 * Sends a model's own request and resolves when the answer begins. An event is the JSON of one chunk. The protocol has no
 * last event: only the model's own events show whether an answer is complete.
 *
 * @throws BedrockError, or what the client's `wrapError` makes of it: from this call until the answer begins, then from
 *   the stream.
 */
export async function invokeModelWithResponseStream(
  client: Client,
  request: InvokeModelInput,
  options?: CallOptions,
): Promise<InvokeModelStream> {
  const stream = await sendForEvents(
    client,
    () => ({
      target: `/model/${label(request.modelId, 'modelId')}/invoke-with-response-stream`,
      arn: request.modelId,
      // Not `accept`, which would ask for another form of the stream itself.
      ...modelContent(request, { 'x-amzn-bedrock-accept': request.accept }),
    }),
    chunkFormat,
    options,
  );
  const { headers } = stream;
  return {
    ...stream,
    contentType: headers['x-amzn-bedrock-content-type'] ?? '',
    performanceConfigLatency: headers['x-amzn-bedrock-performanceconfig-latency'],
    serviceTier: headers['x-amzn-bedrock-service-tier'],
  };
}
