// Operations that answer with an event stream.
// https://smithy.io/2.0/aws/amazon-eventstream.html
import type { Call, CallOptions, Client } from './client.ts';
import { errorOfResponse } from './error-response.ts';
import { type EventFormat, eventReader } from './event-reader.ts';
import type { Exchange } from './exchange.ts';
import { unexpectedResponse } from './json-operation.ts';
import { errorText } from './response.ts';
import { type StreamResult, streamResult } from './stream-result.ts';

const mediaType = 'application/vnd.amazon.eventstream';

/** Sends a call and gives the events of its answer. */
export async function sendForEvents<E>(
  client: Client,
  build: () => Call,
  format: EventFormat<E>,
  options: CallOptions | undefined,
): Promise<StreamResult<E>> {
  const exchange = await client.exchange(() => ({ ...build(), stream: true }), options);
  const { head, response, watchdog } = exchange;
  try {
    const type = head.headers['content-type'];
    if (!response.body || (type !== undefined && !type.toLowerCase().startsWith(mediaType)))
      throw await noEventStream(exchange);
    return streamResult(head, eventReader(exchange, response.body, format), exchange.failure);
  } catch (error) {
    watchdog.release();
    throw exchange.failure(error);
  }
}

/** Not one byte of another type is given to the decoder: what it says is the error. */
async function noEventStream({ head, response, redact, watchdog }: Exchange): Promise<Error> {
  const text = redact(await watchdog.race(errorText(response)));
  const error = errorOfResponse(head, text);
  return error.code === 'UnknownError' ? unexpectedResponse(head, text, mediaType) : error;
}
