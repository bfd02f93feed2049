// Writes a request as JSON bytes, once: what is hashed is what is sent. Blobs are spliced in as base64 bytes, because
// passing megabytes of base64 through JSON.stringify and a UTF-8 encoder costs several times the hash of the body.
// https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#shape-serialization
import { writeAscii, writeBase64 } from '#base64';
import type { Blob, BlobTree } from '@bedrock-kit/protocol';
import { BedrockError } from './errors.ts';

/**
 * The JSON of `value` in UTF-8. `blobs` says where bytes may stand, so that an object `{ base64 }` inside a JSON
 * document stays what it is.
 *
 * @throws BedrockError `InvalidRequest` when a value has no JSON (a cycle, a bigint) or a blob is no base64.
 */
export function serialize(value: object, blobs: BlobTree): Uint8Array {
  const pieces = new Pieces();
  try {
    write(value, blobs, pieces, '');
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new BedrockError({
      code: 'InvalidRequest',
      message: `The request cannot be written as JSON: ${cause.message}`,
      cause,
    });
  }
  return pieces.join();
}

interface Splice {
  readonly blob: Blob;
  readonly path: string;
  /** The text that stands before it. */
  readonly before: Uint8Array;
}

/** Text and blobs in turn, joined into one array when their lengths are known. */
class Pieces {
  text = '';
  readonly #splices: Splice[] = [];
  readonly #encoder = new TextEncoder();

  splice(blob: Blob, path: string): void {
    this.#splices.push({ blob, path, before: this.#encoder.encode(`${this.text}"`) });
    this.text = '"';
  }

  join(): Uint8Array {
    const rest = this.#encoder.encode(this.text);
    if (this.#splices.length === 0) return rest;
    let length = rest.length;
    for (const { blob, before } of this.#splices) length += before.length + base64Length(blob);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const { blob, before, path } of this.#splices) {
      bytes.set(before, at);
      at += before.length;
      if (blob instanceof Uint8Array) writeBase64(blob, bytes, at);
      else if (!isJsonSafe(blob.base64) || !writeAscii(blob.base64, bytes, at)) throw noBase64(path);
      at += base64Length(blob);
    }
    bytes.set(rest, at);
    return bytes;
  }
}

function base64Length(blob: Blob): number {
  return blob instanceof Uint8Array ? Math.ceil(blob.length / 3) * 4 : blob.base64.length;
}

// The text goes into the JSON unescaped, so it must not be able to leave its string, nor be cut into the lines of MIME.
// Native searches cost a tenth of a look at every character; any other stray character is for Bedrock to refuse.
function isJsonSafe(base64: string): boolean {
  return !base64.includes('"') && !base64.includes('\\') && !base64.includes('\n');
}

function noBase64(path: string): BedrockError {
  return new BedrockError({
    code: 'InvalidRequest',
    message: `${path}.base64 is not base64: give the bare base64 text, without a data: prefix, or the bytes as a Uint8Array.`,
  });
}

function write(value: unknown, blobs: BlobTree | true | undefined, pieces: Pieces, path: string): void {
  if (blobs === true && isBlob(value)) pieces.splice(value, path);
  else if (!blobs || blobs === true || !holdsBlob(value, blobs)) pieces.text += stringify(value);
  else if (Array.isArray(value)) writeArray(value, blobs, pieces, path);
  else writeObject(value, blobs, pieces, path);
}

function stringify(value: unknown): string {
  // What a function and undefined become in a list.
  return value === undefined || typeof value === 'function' ? 'null' : JSON.stringify(value);
}

function writeArray(items: readonly unknown[], blobs: BlobTree, pieces: Pieces, path: string): void {
  pieces.text += '[';
  for (const [index, item] of items.entries()) {
    if (index > 0) pieces.text += ',';
    write(item, blobs, pieces, `${path}[${index}]`);
  }
  pieces.text += ']';
}

function writeObject(value: object, blobs: BlobTree, pieces: Pieces, path: string): void {
  let separator = '{';
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (member === undefined) continue;
    pieces.text += `${separator}${JSON.stringify(name)}:`;
    separator = ',';
    write(member, blobs[name], pieces, path === '' ? name : `${path}.${name}`);
  }
  pieces.text += '}';
}

/** Whether a blob stands anywhere below: where none does, JSON.stringify writes the whole at once. */
function holdsBlob(value: unknown, blobs: BlobTree): value is object {
  if (Array.isArray(value)) return value.some((item) => holdsBlob(item, blobs));
  if (typeof value !== 'object' || value === null) return false;
  for (const name in blobs) {
    const below = blobs[name];
    // `in` would find a member of the prototype; a plain read of a known name does not matter.
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (below === true ? isBlob(member) : below && holdsBlob(member, below)) return true;
  }
  return false;
}

function isBlob(value: unknown): value is Blob {
  return (
    value instanceof Uint8Array ||
    (typeof value === 'object' &&
      value !== null &&
      typeof (value as { base64?: unknown }).base64 === 'string')
  );
}
