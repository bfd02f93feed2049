/** The signer: service, region and credentials once, then a signature for each request. */
import { cacheCredentials } from './credential-cache.ts';
import { checkCredentials, copyOf } from './credentials.ts';
import { createEventSigner, type EventSigner, type EventSignerOptions } from './event-signer.ts';
import { checkScope, merged, type SignerOptions, type SigningOptions } from './options.ts';
import { type PresignedRequest, presign, presignSync } from './presign.ts';
import type { SignableRequest } from './request.ts';
import type { SignedRequest } from './draft.ts';
import { sign, signSync } from './sign.ts';

/** Signs requests for one service in one region. */
export interface Signer {
  /**
   * Signs by header. Rejects with a `SigV4Error` (`invalid-request`, `invalid-option`, `missing-credentials` or
   * `unsupported-body`), or with what a credential provider throws.
   */
  sign(request: SignableRequest, options?: SigningOptions): Promise<SignedRequest>;
  /**
   * Like `sign`, but synchronous. Also throws `asynchronous` when the credentials are a function, and `unsupported-body` for a body
   * that is neither text nor bytes.
   */
  signSync(request: SignableRequest, options?: SigningOptions): SignedRequest;
  /**
   * Signs by query: the URL is valid for `expiresIn` seconds. Headers named `x-amz-*` move into the query, except those that S3 does
   * not read there reliably: `x-amz-tagging`, `x-amz-checksum-sha256`, `x-amz-copy-source`, `x-amz-object-lock-mode`,
   * `x-amz-server-side-encryption` and the like. For S3 the body is left out of the signature, because nobody knows it yet.
   */
  presign(request: SignableRequest, options?: SigningOptions): Promise<PresignedRequest>;
  /** Like `presign`, but synchronous. Throws as `signSync` does. */
  presignSync(request: SignableRequest, options?: SigningOptions): PresignedRequest;
  /** Signs the messages of an event stream, each over the one before. */
  eventSigner(options: EventSignerOptions): EventSigner;
}

/**
 * Makes a signer for one service in one region. If the credentials are a function, what it loads is cached as by `cacheCredentials`.
 * Throws a `SigV4Error`: `invalid-option` or `missing-credentials`. Reads no environment variable.
 */
export function createSigner(options: SignerOptions): Signer {
  checkScope(options);
  const { credentials, clock } = options;
  const settings: SignerOptions = {
    ...options,
    credentials:
      typeof credentials === 'function'
        ? cacheCredentials(credentials, { clock })
        : copyOf(checkCredentials(credentials)),
  };
  return {
    sign: (request, call) => sign(request, merged(settings, call)),
    signSync: (request, call) => signSync(request, merged(settings, call)),
    presign: (request, call) => presign(request, merged(settings, call)),
    presignSync: (request, call) => presignSync(request, merged(settings, call)),
    eventSigner: (stream) => createEventSigner(stream, settings),
  };
}
