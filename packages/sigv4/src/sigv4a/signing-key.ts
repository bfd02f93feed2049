/**
 * The key pair of SigV4A, derived from the credentials alone, so that it is the same on every day and in every region.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key-sigv4a
 */
import { hmac, hmacKey, utf8 } from '../hash.ts';
import type { AwsCredentials } from '../credentials.ts';
import { remembered } from '../memory.ts';
import { ORDER, publicPoint } from './p256.ts';

export const ALGORITHM = 'AWS4-ECDSA-P256-SHA256';

/** Trials of the key derivation in counter mode (NIST SP 800-108). The first succeeds nearly always: one in 2³² fails. */
const MAX_TRIALS = 127;

function privateKeyOf({ accessKeyId, secretAccessKey }: AwsCredentials): bigint {
  const key = hmacKey(utf8(`AWS4A${secretAccessKey}`));
  for (let counter = 1; counter <= MAX_TRIALS; counter++) {
    // The counter of the KDF, label, separator, context, and the length of the key in bits.
    const input = `\0\0\0\x01${ALGORITHM}\0${accessKeyId}${String.fromCharCode(counter)}\0\0\x01\0`;
    const candidate = numberOf(hmac(key, input));
    if (candidate <= ORDER - 2n) return candidate + 1n;
  }
  throw new RangeError('No SigV4A key can be derived from these credentials.');
}

function numberOf(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

function bytesOf(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((number >> BigInt(8 * (31 - index))) & 255n));
}

function base64url(number: bigint): string {
  return btoa(String.fromCharCode(...bytesOf(number)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
}

/** A public key as JSON (RFC 7517), for `crypto.subtle.importKey('jwk', ...)`. */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Returns the public key that verifies the SigV4A signatures of these credentials: ECDSA on P-256 with SHA-256. Takes some milliseconds. */
export function derivePublicKey(credentials: AwsCredentials): PublicKey {
  const [x, y] = publicPoint(privateKeyOf(credentials));
  return { kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) };
}

/** A `CryptoKey`, by a name that Node's types have too, which an app may use without those of a browser. */
type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

// Remembered: deriving a key takes some milliseconds, and a process has few credentials.
const keys: (accessKeyId: string) => (secretAccessKey: string) => Promise<ImportedKey> =
  /* @__PURE__ */ remembered((accessKeyId) =>
    remembered((secretAccessKey) => {
      const credentials = { accessKeyId, secretAccessKey };
      const key = { ...derivePublicKey(credentials), d: base64url(privateKeyOf(credentials)) };
      return crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
    }),
  );

/** The key that signs. The runtime keeps it and does not give it back. */
export function signingKey({ accessKeyId, secretAccessKey }: AwsCredentials): Promise<ImportedKey> {
  return keys(accessKeyId)(secretAccessKey);
}
