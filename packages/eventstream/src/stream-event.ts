// Reads from its headers what a message is: an event, an exception of the service's model, or an error outside of it.
// https://smithy.io/2.0/aws/amazon-eventstream.html#amazon-event-semantics

import { refuse } from './errors.ts';
import type { Message, MessageHeaders } from './message.ts';

/**
 * What a message of an AWS service is. A `switch` over `type` must handle all three; both `exception` and `error` mean
 * that the stream has failed.
 *
 * - `event`: `name` is the member of the service's event union (`:event-type`)
 * - `exception`: `name` is the exception of the service's model (`:exception-type`); its members are in the payload
 * - `error`: not in the model; it has only code and message (`:error-code`, `:error-message`; empty if not sent)
 */
export type StreamEvent =
  | {
      readonly type: 'event';
      readonly name: string;
      readonly payload: Uint8Array;
      readonly headers: MessageHeaders;
    }
  | {
      readonly type: 'exception';
      readonly name: string;
      readonly payload: Uint8Array;
      readonly headers: MessageHeaders;
    }
  | {
      readonly type: 'error';
      readonly code: string;
      readonly message: string;
      readonly headers: MessageHeaders;
    };

/**
 * Reads from the headers of a message whether it is an event, an exception or an error.
 *
 * @throws EventStreamError `message-type` if `:message-type` is missing or none of the three, `event-name` if an event or
 *   exception has no name.
 */
export function readEvent(message: Message): StreamEvent {
  const { headers, body } = message;
  const type = textOf(headers, ':message-type');
  if (type === 'event' || type === 'exception') {
    const header = type === 'event' ? ':event-type' : ':exception-type';
    const name = textOf(headers, header) ?? refuse('event-name', undefined, 'a name', 'nothing', header);
    return { type, name, payload: body, headers };
  }
  if (type !== 'error')
    return refuse('message-type', undefined, 'event, exception or error', type ?? 'nothing', ':message-type');
  return {
    type,
    code: textOf(headers, ':error-code') ?? '',
    message: textOf(headers, ':error-message') ?? '',
    headers,
  };
}

function textOf(headers: MessageHeaders, name: string): string | undefined {
  const header = headers[name];
  return header?.type === 'string' ? header.value : undefined;
}
