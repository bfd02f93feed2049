// Writes a request as JSON bytes, once: what is hashed is what is sent. Blobs are spliced in as base64 bytes, because
// passing megabytes of base64 through JSON.stringify and a UTF-8 encoder costs several times the hash of the body.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
import { allocate, writeBase64 } from '#base64';
import { type BlobValue, type BlobTree, isBytes } from '@bedrock-kit/protocol/client';
import { jsonOf, mapBlobs } from './blobs.ts';
import { BedrockError, invalidRequest } from './errors.ts';
import { messageOf } from './network-error.ts';
import { wrongOption } from './option-values.ts';

/** One for all: making it takes 5 µs of the time to a first token. */
const encoder = /* @__PURE__ */ new TextEncoder();

/** The text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * Writes `value` as JSON in UTF-8. `blobs` says where bytes may be, which are written as base64; an object `{ base64 }` anywhere else stays
 * as it is.
 *
 * @throws BedrockError `InvalidRequest` if a value cannot be written as JSON (a cycle, a bigint), a member of it or of its `inferenceConfig` is
 *   NaN or a promise, or a blob is not base64.
 */
export function serialize(value: object, blobs: BlobTree): Uint8Array {
  try {
    return written(jsonOf(value), blobs);
  } catch (cause) {
    if (BedrockError.isInstance(cause)) throw cause;
    throw invalidRequest(`The request has no JSON form: ${messageOf(cause)}`, cause);
  }
}

function written(value: unknown, blobs: BlobTree): Uint8Array {
  refuseLost(Object(value) as object);
  // A word that no text of a request can foresee. If one has it all the same, the count below shows it, and another word is taken.
  const place = `blob${String(Math.random()).slice(2)}`;
  let length = 0;
  const found: [blob: BlobValue, path: string][] = [];
  const skeleton = mapBlobs(value, blobs, (blob, path) => {
    if (blob === null) return blob;
    // A text could be base64, and it could be what AWS's own client writes as base64.
    if (!isBlob(blob))
      throw wrongOption(
        path,
        'Uint8Array or { base64 }',
        typeof blob === 'object' ? 'another object' : typeof blob,
      );
    found.push([blob, path]);
    length += base64Length(blob);
    return place;
  });
  const json = JSON.stringify(skeleton);
  if (found.length === 0) return utf8(json);
  const texts = json.split(place).map(utf8);
  if (texts.length > found.length + 1) return written(value, blobs);

  for (const text of texts) length += text.length;
  const bytes = allocate(length);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    bytes.set(text, at);
    at += text.length;
    if (found[index]) at += write(...found[index], bytes, at);
  }
  return bytes;
}

/**
 * Refuses NaN, which JSON writes as null, and a promise that was not awaited, of which it writes {}: Bedrock would take them for members that
 * are not given, and answer. Deeper values are left to JSON: the results of tools may hold either.
 */
function refuseLost(value: { readonly inferenceConfig?: object }): void {
  const members: Record<string, unknown> = { ...value, ...value.inferenceConfig };
  for (const [name, member] of Object.entries(members)) {
    // Of any realm and library.
    const { then } = Object(member) as { then?: unknown };
    if (typeof member === 'number' ? !Number.isFinite(member) : typeof then === 'function')
      throw wrongOption(name, 'JSON', String(member));
  }
}

/** Returns how many bytes it wrote. */
function write(blob: BlobValue, path: string, bytes: Uint8Array, at: number): number {
  const length = base64Length(blob);
  if (isBytes(blob)) writeBase64(blob, bytes, at);
  else {
    const { base64 } = blob;
    // The text is ASCII if it fits at one byte a character. Not by Buffer's `write`, which does not tell how much it has read.
    const { read } = encoder.encodeInto(base64, bytes.subarray(at, at + length));
    // The text goes into the JSON unescaped, so it must not end its string, nor be cut into the lines of MIME. Native searches cost a
    // tenth of a look at every character; any other stray character is for Bedrock to refuse.
    if (read < length || base64.includes('"') || base64.includes('\\') || base64.includes('\n'))
      throw wrongOption(`${path}.base64`, 'bare base64 without a data: prefix', 'other characters');
  }
  return length;
}

function base64Length(blob: BlobValue): number {
  return isBytes(blob) ? Math.ceil(blob.length / 3) * 4 : blob.base64.length;
}

function isBlob(value: unknown): value is BlobValue {
  return isBytes(value) || typeof (Object(value) as { base64?: unknown }).base64 === 'string';
}
