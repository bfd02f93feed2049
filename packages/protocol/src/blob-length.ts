// How many bytes a blob holds, without a look at them.
// https://datatracker.ietf.org/doc/html/rfc4648#section-4
import type { BlobValue } from './values.ts';

/** Decoded bytes of a blob in either form. Whether `base64` is base64 is not checked: that would cost a pass over it. */
export function blobLength(blob: BlobValue): number {
  if ('byteLength' in blob) return blob.byteLength;
  const { base64 } = blob;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.floor(((base64.length - padding) * 3) / 4);
}

/** Whether a value has the form of a blob. Not by `instanceof`, which does not know a view of another realm. */
export function isBlob(value: unknown): value is BlobValue {
  const given = Object(value) as { base64?: unknown };
  return 'byteOffset' in given || typeof given.base64 === 'string';
}
