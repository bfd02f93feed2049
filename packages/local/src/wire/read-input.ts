/**
 * The input of an operation, gathered from path, query, headers and body.
 *
 * https://smithy.io/2.0/spec/http-bindings.html
 */
import type { JsonObject, Operation, Shape } from '@bedrock-kit/protocol';
import { type HeaderPair, headerValue } from '../http/exchange.ts';
import { ServiceError } from '../service-error.ts';
import type { Route } from '../service/router.ts';
import { NotJson, parseJsonObject } from './json.ts';
import { membersOf } from './members.ts';
import { parseShape } from './parse.ts';

/**
 * @param body - undefined for an event stream, which is read event by event
 * @throws {ServiceError} `SerializationException` when the body is no JSON object
 */
export function readInput(
  route: Route,
  headers: readonly HeaderPair[],
  body: Uint8Array | undefined,
): Record<string, unknown> {
  const { operation, labels, query } = route;
  const input: Record<string, unknown> = {};
  if (operation.requestPayload !== undefined) {
    if (body === undefined) input[operation.requestPayload] = {};
    else if (body.length > 0) input[operation.requestPayload] = body;
  } else if (operation.method === 'POST' && body !== undefined) {
    Object.assign(input, parseShape(withoutBound(operation), readObject(body), ''));
  }
  for (const [member, header] of Object.entries(operation.requestHeaders ?? {})) {
    const value = headerValue(headers, header);
    if (value !== undefined) input[member] = value;
  }
  for (const member of operation.query ?? []) {
    const value = query.get(member);
    if (value !== null) input[member] = fromText(membersOf(operation.input)[member], value);
  }
  return { ...input, ...labels };
}

/** The shape of the body alone: without the labels of the path, which a body may not set. */
function withoutBound(operation: Operation): Shape {
  const labels = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
  const { required = {}, optional = {} } = operation.input;
  return {
    type: 'structure',
    required: Object.fromEntries(Object.entries(required).filter(([name]) => !labels.includes(name))),
    optional,
  };
}

/** The protocol takes decimal digits and the form of RFC 3339. All else that `Number` and `Date` would read becomes NaN, and is refused. */
const forms = {
  integer: /^[+-]?\d+$/,
  timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i,
};

/** https://github.com/smithy-lang/smithy/tree/main/smithy-aws-protocol-tests/model/restJson1/malformedRequests */
function fromText(shape: Shape | undefined, text: string): unknown {
  if (shape?.type === 'integer' || shape?.type === 'long')
    return forms.integer.test(text) ? Number(text) : Number.NaN;
  if (shape?.type === 'timestamp') return new Date(forms.timestamp.test(text) ? text : Number.NaN);
  return text;
}

/** An empty body stands for an empty object. */
function readObject(body: Uint8Array): JsonObject {
  if (body.length === 0) return {};
  try {
    return parseJsonObject(body);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw new ServiceError(
      'SerializationException',
      `The request body must be a JSON object in UTF-8: ${error.message}.`,
    );
  }
}
