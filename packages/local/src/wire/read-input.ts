/**
 * The input of an operation, gathered from path, query, headers and body.
 *
 * https://smithy.io/2.0/spec/http-bindings.html
 */
import type { Operation, Shape } from '@bedrock-kit/protocol';
import { type HeaderPair, headerValue } from '../http/exchange.ts';
import type { Route } from '../router.ts';
import { ServiceError } from '../service-error.ts';
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
    Object.assign(input, parseShape(withoutBound(operation), parseJson(body), ''));
  }
  for (const [member, header] of Object.entries(operation.requestHeaders ?? {})) {
    const value = headerValue(headers, header);
    if (value !== undefined) input[member] = value;
  }
  for (const member of operation.query ?? []) {
    const value = query.get(member);
    if (value !== null) input[member] = fromText(shapeOf(operation, member), value);
  }
  return { ...input, ...labels };
}

/** The members of the body alone: a label that a body repeats is not one of them. */
function withoutBound(operation: Operation): Shape {
  const labels = [...operation.path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
  const { required = {}, optional = {} } = operation.input;
  return {
    type: 'structure',
    required: Object.fromEntries(Object.entries(required).filter(([name]) => !labels.includes(name))),
    optional,
  };
}

function shapeOf(operation: Operation, member: string): Shape | undefined {
  return operation.input.required?.[member] ?? operation.input.optional?.[member];
}

function fromText(shape: Shape | undefined, text: string): unknown {
  if (shape?.type === 'integer' || shape?.type === 'long')
    return text.trim() === '' ? Number.NaN : Number(text);
  return shape?.type === 'timestamp' ? new Date(text) : text;
}

/** An empty body stands for an empty object; anything but an object is no input. */
export function parseJson(body: Uint8Array): Record<string, unknown> {
  if (body.length === 0) return {};
  const value = decode(body);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    // Narrowed to an object that is no list.
    return value as Record<string, unknown>;
  }
  throw new ServiceError('SerializationException', 'The request body must be a JSON object.');
}

function decode(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw new ServiceError('SerializationException', 'The request body is not valid JSON in UTF-8.', {
      hint: error instanceof Error ? error.message : undefined,
    });
  }
}
