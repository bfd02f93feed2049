// Gives the blobs of a response their type: the wire has them as base64 strings, the types as `{ base64 }`.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
import type { BlobTree } from '@bedrock-kit/protocol';

/** Wraps, in place, each string that stands where a blob does. Nothing is decoded: whoever needs bytes decodes once. */
export function liftBlobs(value: unknown, blobs: BlobTree): void {
  if (Array.isArray(value)) {
    for (const item of value) liftBlobs(item, blobs);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const members = value as Record<string, unknown>; // a JSON object
  for (const name in blobs) {
    const member = members[name];
    const below = blobs[name];
    if (member === undefined || below === undefined) continue;
    if (below !== true) liftBlobs(member, below);
    else if (typeof member === 'string') members[name] = { base64: member };
  }
}
