// Operations that answer with an event stream.
// https://smithy.io/2.0/aws/amazon-eventstream.html
import type { Call, CallOptions, Client } from './client.ts';
import { errorOfResponse } from './error-response.ts';
import { type EventFormat, eventReader } from './event-reader.ts';
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
  const { head, response, read, redact, failure } = exchange;
  const { body } = response;
  const type = head.headers['content-type'] ?? mediaType;
  if (body && !body.locked && type.toLowerCase().startsWith(mediaType))
    return streamResult(head, eventReader(exchange, body, format), failure);
  // Not one byte of another type is given to the decoder: what it says is the error.
  return read(errorText(response), (raw) => {
    const text = redact(raw);
    const error = errorOfResponse(head, text);
    throw error.code === 'UnknownError' ? unexpectedResponse(head, text, mediaType) : error;
  });
}
