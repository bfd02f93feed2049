/**
 * The signature of a text that is no request: what an uploader in a browser asks a server to sign, the password of a service that is no
 * HTTP API.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#calculate-signature
 */
import { hmacHex } from './hash.ts';
import { formatAmzDate } from './amz-date.ts';
import { checkCredentials } from './credentials.ts';
import { checkScope, loaded, type SignerOptions } from './options.ts';
import { scopeOf, signingKey } from './signing-key.ts';

/**
 * The signature of `stringToSign`, 64 hexadecimal digits, with the key of the day of `signingDate` (UTC). The text is signed as it is:
 * make sure that it names the same day, service and region. Throws a `SigV4Error`: `invalid-option`, `missing-credentials`,
 * or `asynchronous` when the credentials are a function.
 */
export function signStringSync(stringToSign: string, options: SignerOptions): string {
  checkScope(options);
  const { secretAccessKey } = checkCredentials(options.credentials);
  const amzDate = formatAmzDate(options.signingDate ?? options.clock?.() ?? Date.now());
  return hmacHex(signingKey(secretAccessKey)(scopeOf(amzDate, options)), stringToSign);
}

/** The signature of `stringToSign`, as `signStringSync` gives it, with credentials that may have to be loaded. */
export async function signString(stringToSign: string, options: SignerOptions): Promise<string> {
  return signStringSync(stringToSign, await loaded(options));
}
