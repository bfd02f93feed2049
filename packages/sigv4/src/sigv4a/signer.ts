/**
 * SigV4A: one signature that holds in several regions, for S3 multi-region access points, EventBridge global endpoints and
 * the like. The request is as for Signature Version 4; the scope names no region, and the signature is ECDSA.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html#how-sigv4a-works
 */
import { parameter } from '../canonical-query.ts';
import { cacheCredentials } from '../credential-cache.ts';
import { type AwsCredentials, checkCredentials, copyOf } from '../credentials.ts';
import { type ByQuery, complete, type SignedRequest } from '../draft.ts';
import { collectHeaders, sendable } from '../headers.ts';
import { checkScope, merged, type SignerOptions, type SigningOptions } from '../options.ts';
import { byQuery, hashByDefault, type PresignedRequest } from '../presign.ts';
import { prepared } from '../payload-later.ts';
import type { SignableRequest } from '../request.ts';
import { derSignature } from './der-signature.ts';
import { ALGORITHM, signingKey } from './signing-key.ts';

const scopeOf = (amzDate: string, { service }: { readonly service: string }): string =>
  `${amzDate.slice(0, 8)}/${service}/aws4_request`;

/** The options of a signer, with several regions in place of one. */
export interface SigV4aOptions extends Omit<SignerOptions, 'region'> {
  /** Where the signature holds: regions, or patterns such as `us-*` or `*`. */
  readonly regionSet?: string | readonly string[] | undefined;
  /** The same for one region, if `regionSet` is not given. */
  readonly region?: string | undefined;
}

/** Signs for several regions. Its methods return promises, because WebCrypto signs. */
export interface SigV4aSigner {
  /** Signs by header; `x-amz-region-set` is among the headers. Rejects as `Signer.sign` does. */
  sign(request: SignableRequest, options?: SigningOptions): Promise<SignedRequest>;
  /** Signs by query, as `Signer.presign` does. */
  presign(request: SignableRequest, options?: SigningOptions): Promise<PresignedRequest>;
}

/**
 * Makes a signer for several regions. Throws a `SigV4Error`: `invalid-option` or `missing-credentials`. Signing needs `crypto.subtle`,
 * which a page without https lacks. ECDSA is random: two signatures of one request differ, and both are valid.
 */
export function createSigner(options: SigV4aOptions): SigV4aSigner {
  const { credentials, clock } = options;
  const regionSet = [options.regionSet ?? options.region].flat().join(','); // empty if there is neither
  const settings: SignerOptions = {
    ...options,
    region: regionSet,
    credentials:
      typeof credentials === 'function'
        ? cacheCredentials(credentials, { clock })
        : copyOf(checkCredentials(credentials)),
  };

  checkScope(settings);

  async function completed(
    given: SignableRequest,
    call: SigningOptions | undefined,
    intoQuery?: ByQuery,
  ): Promise<SignedRequest> {
    const said = merged(settings, call);
    const [request, loaded] = await prepared(given, said, intoQuery && hashByDefault(said));
    const signingDate = said.signingDate ?? clock?.() ?? Date.now(); // the same both times
    const headers = collectHeaders(request.headers, sendable);
    if (intoQuery) delete headers['x-amz-region-set'];
    else headers['x-amz-region-set'] = regionSet;
    const dated = { ...loaded, signingDate };
    // WebCrypto signs with a promise, so the request is completed twice: to learn what is signed, then with the signature.
    const signedBy = (signature: string): SignedRequest =>
      complete({ ...request, headers }, dated, intoQuery, undefined, [ALGORITHM, scopeOf, () => signature]);
    return signedBy(await signatureOf(loaded.credentials, signedBy('').stringToSign));
  }

  const withRegionSet: ByQuery = (dated, headers, given, ...rest) => {
    const others = given.filter((each) => !/^X-Amz-Region-Set\0/i.test(each));
    return byQuery(dated, headers, [...others, parameter('X-Amz-Region-Set', regionSet)], ...rest);
  };

  return {
    sign: (request, call) => completed(request, call),
    presign: (request, call) => completed(request, call, withRegionSet),
  };
}

async function signatureOf(credentials: AwsCredentials, text: string): Promise<string> {
  const key = await signingKey(credentials);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return derSignature(
    new Uint8Array(await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(text))),
  );
}
