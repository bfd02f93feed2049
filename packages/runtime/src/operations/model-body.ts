// What the operations of InvokeModel have in common: a body that is the model's own, and settings that travel in headers.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html#API_runtime_InvokeModel_RequestSyntax
import { fromBase64 } from '#base64';
import type { Blob, InvokeModelRequest, JsonObject } from '@bedrock-kit/protocol/client';
import { isBytes } from '../blobs.ts';
import { invalidRequest } from '../errors.ts';
import { wrongOption } from '../option-values.ts';
import { serialize } from '../serialize.ts';

/** As AWS has it, but that the body may also be an object, which is written as JSON, or its text. */
export interface InvokeModelInput extends Omit<InvokeModelRequest, 'body'> {
  body?: Blob | string | JsonObject | null | undefined;
  /** Default: `application/json` for an object, `application/octet-stream` for bytes and text, as AWS's client. */
  contentType?: string | undefined;
}

export function modelBody(body: InvokeModelInput['body']): Uint8Array | undefined {
  // null is what an absent value becomes in many programs.
  if (body === undefined || body === null) return undefined;
  if (isBytes(body)) return body;
  if (typeof body === 'string') return new TextEncoder().encode(body);
  // Other memory, a file or a form would be written as {}.
  if (!/ (Object|Array)]$/.test(Object.prototype.toString.call(body)))
    throw wrongOption('body', 'Uint8Array, text or JSON', 'another object');
  if (!isBase64(body)) return serialize(body, {});
  try {
    return fromBase64(body.base64);
  } catch (cause) {
    throw invalidRequest('body.base64 is not base64.', cause);
  }
}

export function modelHeaders(request: InvokeModelInput): Record<string, string> {
  const { body, contentType = defaultType(body) } = request;
  const headers: Record<string, string> = {};
  const values = {
    'content-type': contentType,
    'x-amzn-bedrock-trace': request.trace,
    'x-amzn-bedrock-guardrailidentifier': request.guardrailIdentifier,
    'x-amzn-bedrock-guardrailversion': request.guardrailVersion,
    'x-amzn-bedrock-performanceconfig-latency': request.performanceConfigLatency,
    'x-amzn-bedrock-service-tier': request.serviceTier,
    'x-amzn-bedrock-request-metadata': request.requestMetadata,
  };
  for (const [name, value] of Object.entries(values)) if (value) headers[name] = value;
  return headers;
}

function defaultType(body: InvokeModelInput['body']): string {
  const isJson = typeof body === 'object' && body && !isBytes(body) && !isBase64(body);
  return isJson ? 'application/json' : 'application/octet-stream';
}

function isBase64(body: object): body is { readonly base64: string } {
  return 'base64' in body && typeof body.base64 === 'string' && Object.keys(body).length === 1;
}
