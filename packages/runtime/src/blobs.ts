// Walks the places of a request or an answer where bytes may stand.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
import type { BlobTree } from '@bedrock-kit/protocol/client';

/** What stands in the place of the blob at `path`. */
export type MapBlob = (value: unknown, path: string) => unknown;

/** What JSON writes of a value: what its `toJSON` gives, where it has one. A copy of it would have none. */
export function jsonOf(value: unknown): unknown {
  const written = value as { toJSON?: () => unknown } | null | undefined;
  return typeof written?.toJSON === 'function' ? written.toJSON() : value;
}

/** A copy of a value in which `map` has replaced what stands at each place of a blob. The rest is shared, not copied. */
export function mapBlobs(
  given: unknown,
  blobs: BlobTree | true | undefined,
  map: MapBlob,
  path = '',
): unknown {
  if (blobs === true) return map(given, path);
  const value = jsonOf(given);
  if (Array.isArray(value))
    return value.map((item, index) => mapBlobs(item, blobs, map, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const name in blobs)
    if (copy[name] !== undefined)
      copy[name] = mapBlobs(copy[name], blobs[name], map, path ? `${path}.${name}` : name);
  return copy;
}

/** The wire has blobs as base64 strings, the types as `{ base64 }`: whoever needs the bytes decodes them, once. */
export const lifted: MapBlob = (value) => (typeof value === 'string' ? { base64: value } : value);
