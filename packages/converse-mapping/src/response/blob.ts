// Bytes of an answer in the forms that they come in, and joined when they came in pieces.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization

import { convertBase64ToUint8Array, convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';
import { isRecord } from '../record.ts';

/** A base64 string as on the wire, the same in `protocol`'s form, or bytes as AWS's client gives them. */
export type ReceivedBlob = string | { readonly base64: string } | Uint8Array;

export function blobOf(value: unknown): ReceivedBlob | undefined {
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  // isRecord and typeof have shown the whole shape.
  return isRecord(value) && typeof value['base64'] === 'string' ? (value as { base64: string }) : undefined;
}

/**
 * Joined as bytes: base64 pieces cannot be glued as text, since each may end in padding.
 * Undefined when a piece is no base64, which leaves nothing that could be used.
 */
export function joinedBase64(pieces: readonly ReceivedBlob[]): string | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  if (pieces.length === 1) return base64Of(first);
  const chunks: Uint8Array[] = [];
  for (const piece of pieces) {
    const bytes = bytesOf(piece);
    if (bytes === undefined) return undefined;
    chunks.push(bytes);
  }
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return convertUint8ArrayToBase64(joined);
}

function base64Of(blob: ReceivedBlob): string {
  if (typeof blob === 'string') return blob;
  return blob instanceof Uint8Array ? convertUint8ArrayToBase64(blob) : blob.base64;
}

function bytesOf(blob: ReceivedBlob): Uint8Array | undefined {
  if (blob instanceof Uint8Array) return blob;
  try {
    return convertBase64ToUint8Array(typeof blob === 'string' ? blob : blob.base64);
  } catch {
    return undefined;
  }
}
