/**
 * Hashes of what a model received: a test sees that a file arrived whole, and the same request has the same answer.
 */
import { sign, type SignerOptions } from '@bedrock-kit/sigv4';

const anybody: SignerOptions = {
  service: 's3',
  region: 'us-east-1',
  credentials: { accessKeyId: 'anybody', secretAccessKey: 'anybody' },
};

/**
 * SHA-256 in lower-case hexadecimal, which S3 wants signed of every body: the signer hashes without WebCrypto where there is none, as
 * on a page without https.
 */
export async function sha256Hex(body: Uint8Array): Promise<string> {
  const { headers } = await sign({ method: 'PUT', url: 'https://s3.amazonaws.com', body }, anybody);
  return headers['x-amz-content-sha256'] ?? '';
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A number between 0 and 2^32 - 1 that depends on every character (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A text that nobody has drawn before, to make an id of. A page without https has no randomUUID. */
export function drawn(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join();
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` letters and digits that are the same for the same text and look like a random id. */
export function stableId(text: string, length: number): string {
  let id = '';
  for (let index = 0; index < length; index += 1) {
    id += alphabet.charAt(hash32(text, 0x811c9dc5 ^ Math.imul(index + 1, 0x9e3779b1)) % alphabet.length);
  }
  return id;
}

/** A UUID that is the same for the same text. */
export function stableUuid(text: string): string {
  const words = [1, 2, 3, 4].map((index) => hash32(text, 0x811c9dc5 ^ Math.imul(index, 0x9e3779b1)));
  const digits = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-');
}
