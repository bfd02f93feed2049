// InvokeModel: a model's own JSON in, a model's own JSON out.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { InvokeModelResponse } from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import type { Result } from '../response.ts';
import { type InvokeModelInput, modelBody, modelHeaders } from './model-body.ts';
import { label } from './path.ts';

export interface InvokeModelOutput extends InvokeModelResponse {
  /** As the model sent it: its JSON in UTF-8, nearly always. */
  body: Uint8Array;
}

/**
 * Sends a model's own request and waits for its whole answer.
 *
 * @throws BedrockError, or what the client's `wrapError` makes of it.
 */
export async function invokeModel(
  client: Client,
  request: InvokeModelInput,
  options?: CallOptions,
): Promise<Result<InvokeModelOutput>> {
  const { head, response, read, throwIfRefused } = await client.exchange(
    () => ({
      service: 'bedrock-runtime',
      method: 'POST',
      target: `/model/${label(request.modelId, 'modelId')}/invoke`,
      arn: request.modelId,
      headers: { ...modelHeaders(request), ...(request.accept ? { accept: request.accept } : {}) },
      body: modelBody(request.body),
    }),
    options,
  );
  const body = await read(response.arrayBuffer(), (buffer) => {
    const bytes = new Uint8Array(buffer);
    if (bytes.length <= maxEnvelopeBytes) throwIfRefused(new TextDecoder().decode(bytes));
    return bytes;
  });
  const { headers } = head;
  return {
    ...head,
    body: {
      body,
      contentType: headers['content-type'] ?? '',
      performanceConfigLatency: headers[
        'x-amzn-bedrock-performanceconfig-latency'
      ] as InvokeModelResponse['performanceConfigLatency'], // as AWS documents the header
      serviceTier: headers['x-amzn-bedrock-service-tier'] as InvokeModelResponse['serviceTier'], // as above
    },
  };
}

/** The envelope of AWS's front end is about a hundred bytes; no larger body is looked into. */
const maxEnvelopeBytes = 1024;
