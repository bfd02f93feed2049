// InvokeModelWithBidirectionalStream over HTTP/2: events go out and come in at the same time, as speech needs it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html
import { encodeMessage } from '@bedrock-kit/eventstream';
import type { Json } from '@bedrock-kit/protocol/client';
import { createSigner, type EventSigner } from '@bedrock-kit/sigv4';
import type { Authorization } from '../authorization/authorize.ts';
import type { CallOptions, Client } from '../client.ts';
import { BedrockError } from '../errors.ts';
import { eventReader } from '../event-reader.ts';
import { toBedrockError } from '../network-error.ts';
import { chunkFormat } from '../operations/chunk-format.ts';
import { label } from '../operations/path.ts';
import { wrongOption } from '../option-values.ts';
import type { Prepared } from '../prepare.ts';
import { redactorOf } from '../redact.ts';
import type { ResponseHead } from '../response.ts';
import { eventStreamType } from '../stream-operation.ts';
import { streamForms, type StreamResult } from '../stream-result.ts';
import { openHttp2 } from './http2-exchange.ts';

/** Which model listens and speaks. */
export interface BidirectionalRequest {
  /** The id of the model, for example `amazon.nova-2-sonic-v1:0`. */
  readonly modelId: string;
}

/** A stream in both directions. What comes in can be read once, in one of the forms of every stream. */
export interface BidirectionalStream extends Omit<StreamResult<Json>, keyof ResponseHead> {
  /** Status and headers of the answer. A server may wait for events before it sends them. */
  readonly opened: Promise<ResponseHead>;
  /** Sends one event. Resolves when the connection can take the next one: wait for it, so that nothing piles up. */
  send(event: Json): Promise<void>;
  /**
   * Says that no more events follow. What the server still has to say can be read. Does nothing if the stream is over, so that it can be
   * called in any case.
   */
  end(): Promise<void>;
}

/** The header that has a word in place of the hash of a body that is still to come. */
const streamingHash = 'x-amz-content-sha256';

/**
 * Opens a stream to a model that listens and speaks at the same time. It uses region, endpoint, headers and authorization of
 * the client, but not its `fetch`. Messages are signed, each over the one before it. With an API key, which AWS does not
 * accept here but a gateway may, they are sent unsigned.
 *
 * @throws BedrockError, or what `wrapError` makes of it: from this call until something is sent, then from `send`, `end`,
 *   `opened` and the loop that reads.
 */
export async function invokeModelWithBidirectionalStream(
  client: Client,
  request: BidirectionalRequest,
  options?: CallOptions,
): Promise<BidirectionalStream> {
  const prepared = await client.prepare(
    () => ({
      signedOnly: true,
      stream: true,
      target: `/model/${label(request.modelId, 'modelId')}/invoke-with-bidirectional-stream`,
      arn: request.modelId,
      headers: { 'content-type': eventStreamType, [streamingHash]: 'STREAMING-AWS4-HMAC-SHA256-EVENTS' },
    }),
    options,
  );
  const authorization = await prepared.authorize();
  try {
    return opened(prepared, authorization);
  } catch (error) {
    prepared.watchdog.close();
    throw await prepared.failure(error);
  }
}

function opened(prepared: Prepared, authorization: Authorization): BidirectionalStream {
  const { request, failure, refusal } = prepared;
  const redact = redactorOf(authorization);
  const signer = authorization.eventSigner?.(createSigner);
  const { [streamingHash]: hash, ...headers } = authorization.headers;
  const http2 = openHttp2(request, signer && hash ? { ...headers, [streamingHash]: hash } : headers, redact);

  let head: ResponseHead = { url: request.url, headers: {}, requestId: undefined, status: 200 };
  let isRead = false;
  const known = http2.head.then((received) => {
    // Nobody may be waiting for the first event yet; whoever reads has a limit of its own.
    if (!isRead) prepared.watchdog.disarm();
    return (head = received);
  });
  /** The error for what a caller does, which is not the connection's fault unless the error says so. */
  const fail = (error: unknown): Promise<Error> => failure(toBedrockError(error), head);
  const incoming = {
    ...prepared,
    redact,
    failure: (error: unknown) => failure(error, head),
    waitedMs: 0,
    get head() {
      return head;
    },
  };
  const reader = eventReader(incoming, http2.body, chunkFormat);
  const next: typeof reader.next = () => {
    isRead = true;
    return reader.next();
  };

  const attempt = async (step: () => Promise<void>): Promise<void> => {
    try {
      await step();
    } catch (error) {
      throw await fail(error);
    }
  };
  const answered = known.catch(async (error: unknown) => {
    prepared.watchdog.close(); // a caller who only waits for `opened` has nothing left to cancel
    // This stream cannot be sent again, but the next one need not fail for the same clock, or the same credentials.
    if (BedrockError.isInstance(error)) authorization.recover?.(error);
    throw await fail(error);
  });
  answered.catch(() => undefined); // for those who never look

  return {
    ...streamForms({ ...reader, next }, (error) => refusal(error, head)),
    opened: answered,
    send: (event) => attempt(() => http2.write(message(event, signer))),
    end: () =>
      attempt(() => {
        if (prepared.watchdog.interruption) throw prepared.watchdog.interruption;
        return http2.end(signer && signed(new Uint8Array(0), signer));
      }),
  };
}

function message(event: Json, signer: EventSigner | undefined): Uint8Array {
  // The cast: without types an event may be nothing, as that of an empty queue.
  const json = JSON.stringify(event) as string | undefined;
  if (json === undefined) throw wrongOption('event', 'JSON', typeof event);
  const bytes = Buffer.from(json).toString('base64');
  const inner = encodeMessage({
    headers: {
      ':event-type': { type: 'string', value: 'chunk' },
      ':message-type': { type: 'string', value: 'event' },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: Buffer.from(`{"bytes":"${bytes}"}`),
  });
  return signer ? signed(inner, signer) : inner;
}

/** The message that carries another one and its signature. */
function signed(payload: Uint8Array, signer: EventSigner): Uint8Array {
  return encodeMessage(signer.signSync(payload));
}
