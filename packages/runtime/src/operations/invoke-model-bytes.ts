// InvokeModel for a caller that writes the body itself, such as the packages of embedding and image models.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { InvokeModelResponse } from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import type { Result } from '../response.ts';
import { label } from './path.ts';

/** A model's answer, and what the answer's headers say. */
export interface InvokeModelOutput extends InvokeModelResponse {
  /** The body as the model sent it, nearly always JSON in UTF-8. */
  body: Uint8Array;
}

/** A request of InvokeModel whose headers and body are ready to be sent. */
export interface ModelBytes {
  /** The id or ARN of the model. */
  readonly modelId: string;
  /** The headers with lower-case names, `content-type` among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body. It is not copied: do not write into it before the call has ended. */
  readonly body: Uint8Array | undefined;
}

/** An error of AWS's front end is about a hundred bytes. A larger body is not looked into. */
const maxEnvelopeBytes = 1024;

/**
 * Like `invokeModel`, for a caller that writes body and headers itself: its bundle then has no code for other kinds of body.
 * `build` is called once; if it throws, the call fails with that error.
 *
 * @throws BedrockError, or what the client's `wrapError` makes of it.
 */
export async function invokeModelBytes(
  client: Client,
  build: () => ModelBytes,
  options?: CallOptions,
): Promise<Result<InvokeModelOutput>> {
  const { head, response, read, throwIfRefused } = await client.exchange(() => {
    const { modelId, ...content } = build();
    return {
      target: `/model/${label(modelId, 'modelId')}/invoke`,
      arn: modelId,
      ...content,
    };
  }, options);
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
      performanceConfigLatency: headers['x-amzn-bedrock-performanceconfig-latency'],
      serviceTier: headers['x-amzn-bedrock-service-tier'],
    },
  };
}
