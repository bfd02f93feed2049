// Bytes of an answer, in whichever form they come, and joined when they come in pieces.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization

import { convertBase64ToUint8Array, convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';
import { isRecord } from '../record.ts';

/** Base64 or bytes. */
export type ReceivedBlob = string | Uint8Array;

/** From a base64 string as on the wire, the same in `protocol`'s form, or bytes as AWS's client gives them. */
export function blobOf(value: unknown): ReceivedBlob | undefined {
  const blob = isRecord(value) ? value['base64'] : value;
  return typeof blob === 'string' || ArrayBuffer.isView(blob) ? (blob as ReceivedBlob) : undefined;
}

/**
 * Joined as bytes: base64 pieces cannot be glued as text, since each may end in padding.
 * Undefined when a piece is no base64, which leaves nothing that could be used.
 */
export function joinedBase64(pieces: readonly ReceivedBlob[]): string | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  if (pieces.length === 1) return typeof first === 'string' ? first : convertUint8ArrayToBase64(first);
  try {
    const chunks = pieces.map((piece) =>
      typeof piece === 'string' ? convertBase64ToUint8Array(piece) : piece,
    );
    const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      joined.set(chunk, offset);
      offset += chunk.length;
    }
    return convertUint8ArrayToBase64(joined);
  } catch {
    return undefined;
  }
}
