// Operations that answer with an event stream.
// https://smithy.io/2.0/aws/amazon-eventstream.html
import type { Call, CallOptions, Client } from './client.ts';
import { errorOfResponse, jsonObject, hasError } from './error-response.ts';
import type { BedrockError } from './errors.ts';
import { type EventFormat, eventReader } from './event-reader.ts';
import { unexpectedResponse } from './json-operation.ts';
import { wrongOption } from './option-values.ts';
import { errorText, type ResponseHead } from './response.ts';
import { streamForms, type StreamResult } from './stream-result.ts';

/** The media type of a stream of events. */
export const eventStreamType = 'application/vnd.amazon.eventstream';

/** Sends a call and gives the events of its answer. */
export async function sendForEvents<E>(
  client: Client,
  build: () => Call,
  format: EventFormat<E>,
  options: CallOptions | undefined,
): Promise<StreamResult<E>> {
  const exchange = await client.exchange(() => ({ ...build(), stream: true }), options);
  const { head, response, body, read, redact, refusal, watchdog } = exchange;
  if (body && hasEvents(head)) {
    // Nobody may be waiting for the first event yet; whoever reads has a limit of its own.
    watchdog.disarm();
    return { ...head, ...streamForms(eventReader(exchange, body, format), refusal) };
  }
  return read(errorText(response), (text) => {
    if (body === undefined && hasEvents(head))
      throw wrongOption('fetch', 'a Response with a body to stream', 'one without');
    throw errorInsteadOfEvents(head, redact(text));
  });
}

/**
 * Whether an answer is a stream of events, or may be one: a proxy may leave the type out, or name that of any bytes, which says as little. The
 * decoder gets no byte of an answer of another type.
 * https://www.rfc-editor.org/rfc/rfc9110#section-8.3
 */
export function hasEvents({ headers }: ResponseHead): boolean {
  const type = (headers['content-type'] || eventStreamType).toLowerCase();
  return type.startsWith(eventStreamType) || type.startsWith('application/octet-stream');
}

/** The error for a successful answer that is no stream of events: the one in its body, or else that another body was expected. */
export function errorInsteadOfEvents(head: ResponseHead, text: string): BedrockError {
  const error = errorOfResponse(head, text);
  const isError = error.code !== 'UnknownError' || hasError(jsonObject(text));
  return isError ? error : unexpectedResponse(head, text, eventStreamType);
}
