/**
 * The signing key, derived from the secret for one day, region and service, and kept as long as those stay the same.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key
 */
import { type HmacKey, hmac, hmacKey, utf8 } from './hash.ts';
import { Memory } from './memory.ts';

const keys: Memory<string, Memory<string, HmacKey>> = /* @__PURE__ */ new Memory();

/** `scope` is where and when the key is valid, `20150830/us-east-1/iam/aws4_request`. */
export function signingKey(secretAccessKey: string, scope: string): HmacKey {
  const ofSecret = keys.get(secretAccessKey, () => new Memory<string, HmacKey>());
  return ofSecret.get(scope, () => {
    let key = hmacKey(utf8(`AWS4${secretAccessKey}`));
    for (const part of scope.split('/')) key = hmacKey(hmac(key, part));
    return key;
  });
}

// The next signature is usually of the same second; a text that is the same one is also found faster in a Map.
let last = { amzDate: '', region: '', service: '', scope: '' };

export function scopeOf(amzDate: string, { region, service }: { region: string; service: string }): string {
  if (amzDate !== last.amzDate || region !== last.region || service !== last.service)
    last = { amzDate, region, service, scope: `${amzDate.slice(0, 8)}/${region}/${service}/aws4_request` };
  return last.scope;
}
