/**
 * Signing by header: `Authorization` and `X-Amz-Date`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { type ByQuery, complete, type SignedRequest } from './draft.ts';
import type { SignerOptions } from './options.ts';
import { isAtHand, prepared } from './payload-later.ts';
import type { SignableRequest } from './request.ts';

/**
 * Signs one request, whose body is text or bytes, with credentials that are at hand. Throws a `SigV4Error`:
 * `invalid-request`, `invalid-option`, `missing-credentials`, `unsupported-body`, or `asynchronous` when the credentials are a function.
 */
export const signSync: (request: SignableRequest, options: SignerOptions) => SignedRequest = complete;

/**
 * Signs one request. The credentials may be a function, which is called each time, and the body a Blob, a form or URLSearchParams. Rejects
 * with the errors that `signSync` throws, and with what the function throws.
 */
export function sign(request: SignableRequest, options: SignerOptions): Promise<SignedRequest> {
  return completeLater(request, options);
}

/** Signs a request once its credentials are loaded and its body is hashed. */
export async function completeLater(
  request: SignableRequest,
  options: SignerOptions,
  byQuery?: ByQuery,
  hashByDefault?: string,
): Promise<SignedRequest> {
  // Usually there is nothing to wait for.
  if (isAtHand(request, options)) return complete(request, options, byQuery, hashByDefault);
  return complete(...(await prepared(request, options, hashByDefault)), byQuery);
}
