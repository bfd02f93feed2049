/**
 * SHA-256 and HMAC-SHA-256 (FIPS 180-4, RFC 2104) by `node:crypto`, for Node, Bun and Deno. The portable twin is
 * portable.ts; both pass the same tests. This file imports nothing of the package, so that it compiles alone.
 */
// The module, not `{ createRequire }`: bundles for Node often begin with a banner that imports that name, and since a bundler does not
// see it there, the name would be declared twice.
import nodeModule from 'node:module';

type Crypto = typeof import('node:crypto');

/** A prepared HMAC key: the two padded blocks of RFC 2104, each followed by room for what is hashed after it. */
export interface HmacKey {
  readonly inner: Buffer;
  readonly outer: Buffer;
  /** The part of `inner` that the last message filled. */
  filled: Buffer;
}

const BLOCK = 64;
const DIGEST = 32;
/** Longer than any string to sign; a longer message gets a buffer of its own. */
const ROOM = 1024;

let loaded: Crypto | undefined;

// Loading node:crypto takes 6 to 9 ms, which an import of this package must not cost: the first hash loads it.
// process.getBuiltinModule came with Node 22.3. Before that createRequire does it, from any path, since the module is Node's own. The path
// is not import.meta.url, which cannot be turned into CommonJS: with Babel and TypeScript, and so in Jest, the file would not load, and
// esbuild would leave it empty.
function crypto(): Crypto {
  return (loaded ??= load());
}

function load(): Crypto {
  // A test may take the process away, to play a browser.
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  return process?.getBuiltinModule
    ? process.getBuiltinModule('node:crypto')
    : (nodeModule.createRequire('/')('node:crypto') as Crypto); // the module by this name has this type
}

// crypto.hash (Node 21.7) costs 1.4 µs for 2 kB, createHash 2.3.
function digest(data: Uint8Array | string, encoding: 'hex' | 'binary'): string {
  const { hash, createHash } = crypto();
  return (hash as typeof hash | undefined)
    ? hash('sha256', data, encoding)
    : createHash('sha256').update(data).digest(encoding);
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text);
}

export function sha256Hex(data: Uint8Array | string): string {
  return digest(data, 'hex');
}

/** The same without blocking for long, where the runtime can: `node:crypto` hashes at 1.5 GB/s, so it does not wait. */
export function sha256HexLater(data: Uint8Array | string): string | Promise<string> {
  return digest(data, 'hex');
}

// Two one-shot hashes over kept pads cost 0.8 µs, createHmac with a KeyObject 2.0, and createHmac with raw bytes 30 on Node 24.
export function hmacKey(secret: Uint8Array): HmacKey {
  const key = secret.length > BLOCK ? Buffer.from(digest(secret, 'binary'), 'latin1') : secret;
  // Memory of its own, not of the pool that all buffers share: a key stays for a day.
  const inner = Buffer.allocUnsafeSlow(BLOCK + ROOM).fill(0x36, 0, BLOCK);
  const outer = Buffer.allocUnsafeSlow(BLOCK + DIGEST).fill(0x5c, 0, BLOCK);
  key.forEach((byte, index) => {
    inner[index] = byte ^ 0x36;
    outer[index] = byte ^ 0x5c;
  });
  return { inner, outer, filled: inner };
}

function digestOuter(key: HmacKey, message: string, encoding: 'hex' | 'binary'): string {
  const { outer } = key;
  outer.write(digest(padded(key, message), 'binary'), BLOCK, 'latin1');
  return digest(outer, encoding);
}

/** The message behind the inner block. */
function padded(key: HmacKey, message: string): Buffer {
  const { inner } = key;
  // A UTF-16 code unit becomes three bytes of UTF-8 at most.
  if (message.length * 3 > ROOM) return Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(message)]);
  const end = BLOCK + inner.write(message, BLOCK);
  // The strings that one key signs are of one length, and to make another view costs 0.1 µs.
  if (key.filled.length !== end) key.filled = inner.subarray(0, end);
  return key.filled;
}

export function hmac(key: HmacKey, message: string): Uint8Array {
  return Buffer.from(digestOuter(key, message, 'binary'), 'latin1');
}

export function hmacHex(key: HmacKey, message: string): string {
  return digestOuter(key, message, 'hex');
}
