/**
 * SigV4A: one signature that holds in several regions, for S3 multi-region access points, EventBridge global endpoints and
 * the like. The request is as for Signature Version 4; the scope names no region, and the signature is ECDSA.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html#how-sigv4a-works
 */
import { parameter } from '../canonical-query.ts';
import { cacheCredentials } from '../credential-cache.ts';
import { type AwsCredentials, checkCredentials } from '../credentials.ts';
import { type Draft, draftOf, type SignedRequest } from '../draft.ts';
import { checkScope, isS3, merged, type SignerOptions, type SigningOptions } from '../options.ts';
import { type PresignedRequest, withQuery } from '../presign.ts';
import { UNSIGNED_PAYLOAD } from '../payload.ts';
import { hashLater } from '../payload-later.ts';
import type { SignableRequest } from '../request.ts';
import { type Placement, withHeaders } from '../sign.ts';
import { derSignature } from './der-signature.ts';
import { ALGORITHM, signingKey } from './signing-key.ts';

export interface SigV4aOptions extends Omit<SignerOptions, 'region'> {
  /** Where the signature holds: regions, or patterns such as `us-*` or `*`. */
  readonly regionSet?: string | readonly string[] | undefined;
  /** The same for one region, if `regionSet` is not given. */
  readonly region?: string | undefined;
}

/** Signs with a promise only: what signs is WebCrypto. */
export interface SigV4aSigner {
  /** Signs by header; `x-amz-region-set` is among the headers. Throws as `Signer.sign` does. */
  sign(request: SignableRequest, options?: SigningOptions): Promise<SignedRequest>;
  /** Signs by query. */
  presign(request: SignableRequest, options?: SigningOptions): Promise<PresignedRequest>;
}

/**
 * Makes a signer for several regions. Needs `crypto.subtle`, which a page without https lacks. The signatures are random, as
 * ECDSA is: two of the same request differ, and both are right.
 */
export function createSigner(options: SigV4aOptions): SigV4aSigner {
  const { credentials, clock } = options;
  const regionSet = [options.regionSet ?? options.region ?? ''].flat().join(',');
  const settings: SignerOptions = {
    ...options,
    region: regionSet,
    credentials:
      typeof credentials === 'function'
        ? cacheCredentials(credentials, { clock })
        : { ...checkCredentials(credentials) },
  };

  checkScope(settings);

  async function complete(place: Placement, draft: Draft): Promise<SignedRequest> {
    const source = settings.credentials;
    const [hash, loaded] = await Promise.all([
      draft.declaredHash ?? hashLater(draft),
      typeof source === 'function' ? source() : source,
    ]);
    const scope = `${draft.amzDate.slice(0, 8)}/${settings.service}/aws4_request`;
    const [stringToSign, finish] = place(draft, hash, loaded, [ALGORITHM, scope]);
    return finish(await signature(loaded, stringToSign));
  }

  return {
    async sign(request, call) {
      const draft = draftOf(request, merged(settings, call));
      draft.headers['x-amz-region-set'] = regionSet;
      return complete(withHeaders, draft);
    },
    async presign(request, call) {
      const draft = draftOf(
        request,
        merged(settings, call),
        isS3(settings.service) ? UNSIGNED_PAYLOAD : undefined,
      );
      delete draft.headers['x-amz-region-set'];
      const others = draft.target.parameters.filter((each) => !/^X-Amz-Region-Set\0/i.test(each));
      const parameters = [...others, parameter('X-Amz-Region-Set', regionSet)];
      return complete(withQuery, { ...draft, target: { ...draft.target, parameters } });
    },
  };
}

async function signature(credentials: AwsCredentials, text: string): Promise<string> {
  const key = await signingKey(credentials);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return derSignature(
    new Uint8Array(await crypto.subtle.sign(algorithm, key, new TextEncoder().encode(text))),
  );
}
