/**
 * The messages of an event stream as Bedrock sends them.
 *
 * https://smithy.io/2.0/aws/amazon-eventstream.html
 */
import { encodeMessage } from '@bedrock-kit/eventstream';
import type { ServiceError } from '../service-error.ts';
import { errorBody } from '../service/error-reply.ts';

const encoder = new TextEncoder();

function text(value: string): { readonly type: 'string'; readonly value: string } {
  return { type: 'string', value };
}

const json = text('application/json');
const event = text('event');

/** An event with a JSON payload; the order of the headers is the one observed from the service. */
export function eventFrame(name: string, payload: unknown, isPadded = false): Uint8Array {
  const written = JSON.stringify(payload);
  return encodeMessage({
    headers: { ':event-type': text(name), ':content-type': json, ':message-type': event },
    body: encoder.encode(isPadded ? padded(written) : written),
  });
}

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * With the member `p`, which hides the length of a text, as in https://github.com/cline/cline/pull/4683. AWS draws its length at random;
 * here it follows from the payload, so that the same request gets the same bytes.
 */
function padded(object: string): string {
  if (!object.startsWith('{"')) return object;
  const length = 1 + ((object.length * 7) % alphabet.length);
  return `${object.slice(0, -1)},"p":"${alphabet.slice(0, length)}"}`;
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
