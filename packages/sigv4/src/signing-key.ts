/**
 * The signing key, derived from the secret for one day, region and service, and kept as long as those stay the same.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key
 */
import { type HmacKey, hmac, hmacKey, utf8 } from '#hash';

/** Where and when a key is valid, `20150830/us-east-1/iam/aws4_request`. */
export function scopeOf(amzDate: string, region: string, service: string): string {
  return `${amzDate.slice(0, 8)}/${region}/${service}/aws4_request`;
}

export function deriveSigningKey(secretAccessKey: string, scope: string): HmacKey {
  let key = hmacKey(utf8(`AWS4${secretAccessKey}`));
  for (const part of scope.split('/')) key = hmacKey(hmac(key, part));
  return key;
}

/** Returns the key for a secret and a scope, from memory if it was asked for before. Holds `limit` keys. */
export type KeyCache = (accessKeyId: string, secretAccessKey: string, scope: string) => HmacKey;

export function createKeyCache(limit: number): KeyCache {
  const keys = new Map<string, { readonly secretAccessKey: string; readonly key: HmacKey }>();
  return (accessKeyId, secretAccessKey, scope) => {
    const name = `${accessKeyId}/${scope}`;
    const known = keys.get(name);
    if (known?.secretAccessKey === secretAccessKey) return known.key;
    if (keys.size >= limit) keys.clear();
    const key = deriveSigningKey(secretAccessKey, scope);
    keys.set(name, { secretAccessKey, key });
    return key;
  };
}
