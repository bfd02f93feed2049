/**
 * A request as the caller gets to see it, beside an answer or an error.
 *
 * @module
 */
import { convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';
import { isBytes } from '@bedrock-kit/protocol/client';

/**
 * A copy whose JSON is what was sent, with files in base64 (and the id of the model, which was in the path). Bytes stay bytes until
 * then: `JSON.stringify` alone writes a member for each, ten times as long, and programs keep the steps of a conversation as JSON.
 */
export function shownRequest<Request extends object>(request: Request): Request {
  return Object.defineProperty({ ...request }, 'toJSON', { value: () => withBase64(request) });
}

/** Members without blobs, which hold JSON of the caller's own. */
const DOCUMENTS = ['additionalModelRequestFields', 'json', 'toolUse'];

function withBase64(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null || DOCUMENTS.includes(name)) return value;
  if (isBytes(value)) return convertUint8ArrayToBase64(value);
  if (Array.isArray(value)) return value.map((item) => withBase64(item));
  // A blob that came as base64, by the names of Converse's two members for blobs.
  if ((name === 'bytes' || name === 'redactedContent') && 'base64' in value) return value.base64;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withBase64(member, key)]));
}
