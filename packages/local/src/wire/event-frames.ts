/**
 * The messages of an event stream as Bedrock sends them.
 *
 * https://smithy.io/2.0/aws/amazon-eventstream.html
 */
import { encodeMessage } from '@bedrock-kit/eventstream';
import { errorBody, type ServiceError } from '../service-error.ts';

const encoder = new TextEncoder();

function text(value: string): { readonly type: 'string'; readonly value: string } {
  return { type: 'string', value };
}

const json = text('application/json');
const event = text('event');

/** An event with a JSON payload; the order of the headers is the one observed from the service. */
export function eventFrame(name: string, payload: unknown): Uint8Array {
  return encodeMessage({
    headers: { ':event-type': text(name), ':content-type': json, ':message-type': event },
    body: encoder.encode(JSON.stringify(payload)),
  });
}

/** Streams name their exceptions in lower camel case. */
export function exceptionName({ code }: ServiceError): string {
  return code.charAt(0).toLowerCase() + code.slice(1);
}

/** An exception that the model of the operation describes. */
export function exceptionFrame(error: ServiceError): Uint8Array {
  const name = exceptionName(error);
  return encodeMessage({
    headers: { ':exception-type': text(name), ':content-type': json, ':message-type': text('exception') },
    body: encoder.encode(JSON.stringify(errorBody(error))),
  });
}

/** An error that no model describes: two headers and no payload. */
export function errorFrame(code: string, message: string): Uint8Array {
  return encodeMessage({
    headers: { ':error-code': text(code), ':error-message': text(message), ':message-type': text('error') },
  });
}
