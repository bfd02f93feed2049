/**
 * The signing key, derived from the secret for one day, region and service, and kept as long as those stay the same.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#derive-signing-key
 */
import { type HmacKey, hmac, hmacKey, utf8 } from './hash.ts';
import { remembered } from './memory.ts';

export const ALGORITHM = 'AWS4-HMAC-SHA256';

type Remembered<Value> = (key: string) => Value;

/** By secret, then by scope, which is where and when the key is valid, `20150830/us-east-1/iam/aws4_request`. */
export const signingKey: Remembered<Remembered<HmacKey>> = /* @__PURE__ */ remembered((secretAccessKey) =>
  remembered((scope) => {
    let key = hmacKey(utf8(`AWS4${secretAccessKey}`));
    for (const part of scope.split('/')) key = hmacKey(hmac(key, part));
    return key;
  }),
);

export function scopeOf(amzDate: string, { region, service }: { region: string; service: string }): string {
  return `${amzDate.slice(0, 8)}/${region}/${service}/aws4_request`;
}
