// What the operations of InvokeModel have in common: a body that is the model's own, and settings that travel in headers.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html#API_runtime_InvokeModel_RequestSyntax
import { fromBase64 } from '#base64';
import { type BlobValue, type InvokeModelRequest, isBytes } from '@bedrock-kit/protocol/client';
import { invalidRequest } from '../errors.ts';
import { wrongOption } from '../option-values.ts';
import { serialize, utf8 } from '../serialize.ts';

/** A request of InvokeModel as AWS has it, except that the body may also be text, or an object, which is written as JSON. */
export interface InvokeModelInput extends Omit<InvokeModelRequest, 'body'> {
  /**
   * The body. An object is written as JSON; text and bytes are sent as they are. Bytes are not copied: do not write into them before the call
   * has ended. An object without a JSON form, such as a form or a promise, is refused by the call. (The type allows any object, because to the
   * compiler an `interface` is not JSON.)
   */
  body?: BlobValue | string | object | null | undefined;
  /** The type of the body. Default: `application/json` for an object, `application/octet-stream` for bytes and text, as in AWS's client. */
  contentType?: string | undefined;
}

/** Body and headers of a request; `more` are headers of one operation, of which those with a value are sent. */
export function modelContent(
  request: InvokeModelInput,
  more: Readonly<Record<string, string | undefined>>,
): { readonly body: Uint8Array | undefined; readonly headers: Record<string, string> } {
  const [body, type] = written(request.body);
  const headers: Record<string, string> = {};
  const values = {
    'content-type': request.contentType ?? type,
    'x-amzn-bedrock-trace': request.trace,
    'x-amzn-bedrock-guardrailidentifier': request.guardrailIdentifier,
    'x-amzn-bedrock-guardrailversion': request.guardrailVersion,
    'x-amzn-bedrock-performanceconfig-latency': request.performanceConfigLatency,
    'x-amzn-bedrock-service-tier': request.serviceTier,
    'x-amzn-bedrock-request-metadata': request.requestMetadata,
    ...more,
  };
  for (const [name, value] of Object.entries(values)) if (value) headers[name] = value;
  return { body, headers };
}

/** The bytes of a body, and what they are. null is what an absent value becomes in many programs. */
function written(body: InvokeModelInput['body']): [bytes: Uint8Array | undefined, contentType: string] {
  const bytes = 'application/octet-stream';
  if (body === undefined || body === null) return [undefined, bytes];
  if (isBytes(body)) return [body, bytes];
  if (typeof body === 'string') return [utf8(body), bytes];
  // As JSON a form, a file or memory of another kind would be {}.
  if (!/ (Object|Array)]$/.test(Object.prototype.toString.call(body)))
    throw wrongOption('body', 'Uint8Array, text or JSON', 'another object');
  if (!isBase64(body)) return [serialize(body, {}), 'application/json'];
  try {
    return [fromBase64(body.base64), bytes];
  } catch (cause) {
    throw invalidRequest('body.base64 is not base64.', cause);
  }
}

function isBase64(body: object): body is { readonly base64: string } {
  return 'base64' in body && typeof body.base64 === 'string' && Object.keys(body).length === 1;
}
