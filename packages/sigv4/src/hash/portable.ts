/**
 * SHA-256 and HMAC-SHA-256 (FIPS 180-4, RFC 2104) in plain JavaScript, synchronous on every runtime; large bodies go to
 * WebCrypto. The twin by `node:crypto` is node.ts; both pass the same tests.
 */

/** A prepared HMAC key: the states of SHA-256 after the two padded blocks of RFC 2104. */
export interface HmacKey {
  readonly inner: Int32Array;
  readonly outer: Int32Array;
}

/**
 * From here on WebCrypto is faster than JavaScript: it hashes ten times as fast, but a call costs 40 to 170 µs until the
 * promise resolves. Measured: equal at 8 to 16 kB one after the other, at 2 to 4 kB with 16 in flight.
 */
const WEB_CRYPTO_FROM = 8192;

const encoder: TextEncoder = /* @__PURE__ */ new TextEncoder();
const schedule: Int32Array = /* @__PURE__ */ new Int32Array(64);

// Text is encoded and blocks are padded in memory of our own, and a digest stands at its beginning until the next one:
// nothing here waits in between, and to allocate for each hash costs as much as hashing a kilobyte.
const scratch: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(16_384));
const scratchBytes: Uint8Array = /* @__PURE__ */ new Uint8Array(scratch.buffer);

// The constants of FIPS 180-4 §4.2.2 and §5.3.3 are the first 32 bits of the fractional parts of the cube and square
// roots of the first primes: computed once in 64 double precision roots rather than listed, which is 0.5 kB less to ship.
const tables: readonly [k: Int32Array, h: Int32Array] = /* @__PURE__ */ (() => {
  const k = new Int32Array(64);
  const h = new Int32Array(8);
  for (let candidate = 2, found = 0; found < 64; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) prime &&= candidate % divisor !== 0;
    if (!prime) continue;
    if (found < 8) h[found] = (candidate ** 0.5 % 1) * 2 ** 32;
    k[found++] = (candidate ** (1 / 3) % 1) * 2 ** 32;
  }
  return [k, h];
})();

/** Feeds the blocks of `data` up to `end` into `state`: FIPS 180-4 §6.2.2. */
function compress(state: Int32Array, data: Uint8Array, end: number): void {
  const view = new DataView(data.buffer, data.byteOffset);
  const [k] = tables;
  const w = schedule;
  // Every index is within its array; the casts say so, because a function that said it would be three times as slow.
  for (let offset = 0; offset < end; offset += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(offset + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
    }
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + (g ^ (e & (f ^ g))) + (k[i] as number) + (w[i] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (c & (a ^ b)))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
    state[5] = (state[5] as number) + f;
    state[6] = (state[6] as number) + g;
    state[7] = (state[7] as number) + h;
  }
}

/** Hashes `data` onto a copy of `from`, a state that has already taken `before` bytes. The digest is in `scratch` then. */
function finish(from: Int32Array, data: Uint8Array, before = 0): void {
  const state = from.slice();
  const whole = data.length & ~63;
  compress(state, data, whole);
  // Padding, FIPS 180-4 §5.1.1: one bit, zeros, and the length in bits as 64 bits at the end of a block.
  const left = data.length - whole;
  const end = left < 56 ? 64 : 128;
  scratchBytes.set(data.subarray(whole));
  scratchBytes.fill(0, left, end);
  scratchBytes[left] = 0x80;
  const length = before + data.length;
  scratch.setUint32(end - 8, length / 2 ** 29);
  scratch.setUint32(end - 4, length << 3);
  compress(state, scratchBytes, end);
  for (let index = 0; index < 8; index++) scratch.setInt32(index * 4, state[index] as number); // of its eight words
}

/** The digest in `scratch`. */
function digest(): Uint8Array {
  return scratchBytes.slice(0, 32);
}

/** 32 bytes in hexadecimal: eight at a time take a quarter of the time of four. */
function hexOf(view: DataView): string {
  let text = '';
  for (let offset = 0; offset < 32; offset += 8)
    text += view.getBigUint64(offset).toString(16).padStart(16, '0');
  return text;
}

/** What is hashed, as bytes; those of a text only until the next hash. A UTF-16 code unit becomes three bytes at most. */
function bytesOf(data: Uint8Array | string): Uint8Array {
  if (typeof data !== 'string') return data;
  if (data.length * 3 > scratchBytes.length) return utf8(data);
  return scratchBytes.subarray(0, encoder.encodeInto(data, scratchBytes).written);
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function sha256Hex(data: Uint8Array | string): string {
  finish(tables[1], bytesOf(data));
  return hexOf(scratch);
}

/** The same without blocking for long: a large body is hashed by WebCrypto, where there is one. */
export function sha256HexLater(text: Uint8Array | string): string | Promise<string> {
  const data = bytesOf(text);
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined; // absent on a page without https
  if (data.length < WEB_CRYPTO_FROM || subtle === undefined) return sha256Hex(data);
  // It takes a copy at once. A view on a SharedArrayBuffer is refused with a TypeError; every other view passes.
  return subtle.digest('SHA-256', data as Uint8Array<ArrayBuffer>).then((hash) => hexOf(new DataView(hash)));
}

export function hmacKey(secret: Uint8Array): HmacKey {
  const [, start] = tables;
  let key = secret;
  if (key.length > 64) {
    finish(start, key);
    key = digest();
  }
  const [inner, outer] = [0x36, 0x5c].map((pad) => {
    const block = new Uint8Array(64).fill(pad);
    for (const [index, byte] of key.entries()) block[index] = byte ^ pad;
    const state = start.slice();
    compress(state, block, 64);
    return state;
  }) as [Int32Array, Int32Array]; // one state for each of the two pads
  return { inner, outer };
}

function mac(key: HmacKey, message: string): void {
  finish(key.inner, bytesOf(message), 64);
  finish(key.outer, digest(), 64);
}

export function hmac(key: HmacKey, message: string): Uint8Array {
  mac(key, message);
  return digest();
}

export function hmacHex(key: HmacKey, message: string): string {
  mac(key, message);
  return hexOf(scratch);
}
