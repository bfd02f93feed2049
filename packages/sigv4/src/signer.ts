/** The signer: service, region and credentials once, then a signature for each request. */
import { type HmacKey, hmacHex } from '#hash';
import { type AwsCredentials, credentialSource } from './credentials.ts';
import { ALGORITHM, type Draft, draftOf, type Scheme } from './draft.ts';
import { createEventSigner, type EventSigner, type EventSignerOptions } from './event-signer.ts';
import { type SignerOptions, type SigningOptions, settingsOf, withOptions } from './options.ts';
import { type Payload, payloadOf, payloadOfLater } from './payload.ts';
import { draftOfUrl, type PresignedRequest, signableUrl } from './presign.ts';
import type { RequestBody, SignableRequest } from './request.ts';
import { type Signable, type SignedRequest, signableRequest } from './sign.ts';
import { createKeyCache, scopeOf } from './signing-key.ts';

export interface Signer {
  /**
   * Signs by header. Throws a `SigV4Error`: `invalid-request`, `invalid-option`, `missing-credentials`, `stream-body` or
   * `unsupported-body`; what a credential provider throws comes through as it is.
   */
  sign(request: SignableRequest, options?: SigningOptions): Promise<SignedRequest>;
  /** The same at once. Throws `asynchronous` when the credentials are a function, or the body is a Blob or a form. */
  signSync(request: SignableRequest, options?: SigningOptions): SignedRequest;
  /**
   * Signs by query: a URL that holds for `expiresIn` seconds. Headers named `x-amz-*` move into the query. For S3 the body
   * is left out of the signature, because nobody knows it yet.
   */
  presign(request: SignableRequest, options?: SigningOptions): Promise<PresignedRequest>;
  presignSync(request: SignableRequest, options?: SigningOptions): PresignedRequest;
  /** Signs the messages of an event stream, each over the one before. */
  eventSigner(options: EventSignerOptions): EventSigner;
}

type Compose<Result> = (
  draft: Draft,
  payload: Payload,
  credentials: AwsCredentials,
  scheme: Scheme,
) => Signable<Result>;

/** Today's key, that of the day before around midnight, and some more for credentials that rotate. */
const KEYS = 8;

/** Throws a `SigV4Error`: `invalid-option` or `missing-credentials`. Reads no environment variable. */
export function createSigner(options: SignerOptions): Signer {
  const settings = settingsOf(options);
  const { service, region, clock } = settings;
  const { load, loadSync } = credentialSource(options.credentials);
  const cached = createKeyCache(KEYS);

  function keyOf({ accessKeyId, secretAccessKey }: AwsCredentials, scope: string): HmacKey {
    return cached(accessKeyId, secretAccessKey, scope);
  }

  function finish<Result>(
    compose: Compose<Result>,
    draft: Draft,
    payload: Payload,
    credentials: AwsCredentials,
  ): Result {
    const scope = scopeOf(draft.amzDate, region, service);
    const signable = compose(draft, payload, credentials, { algorithm: ALGORITHM, scope });
    return signable.finish(hmacHex(keyOf(credentials, scope), signable.stringToSign));
  }

  function now<Result>(compose: Compose<Result>, draft: Draft, body: RequestBody): Result {
    return finish(compose, draft, payloadOf(body, draft.declaredHash), loadSync());
  }

  async function later<Result>(compose: Compose<Result>, draft: Draft, body: RequestBody): Promise<Result> {
    const payload = payloadOfLater(body, draft.declaredHash);
    const credentials = load();
    // Nothing to wait for is the usual case, and each wait costs a turn of the event loop's queue.
    if (payload instanceof Promise || credentials instanceof Promise) {
      return finish(compose, draft, ...(await Promise.all([payload, credentials])));
    }
    return finish(compose, draft, payload, credentials);
  }

  return {
    // Each is an async function, so that also a wrong argument comes as a rejection.
    sign: async (request, call) =>
      later(signableRequest, draftOf(request, withOptions(settings, call)), request.body),
    signSync: (request, call) =>
      now(signableRequest, draftOf(request, withOptions(settings, call)), request.body),
    presign: async (request, call) =>
      later(signableUrl, draftOfUrl(request, withOptions(settings, call)), request.body),
    presignSync: (request, call) =>
      now(signableUrl, draftOfUrl(request, withOptions(settings, call)), request.body),
    eventSigner({ priorSignature, credentials }) {
      const source = credentials ? credentialSource(credentials) : { load, loadSync };
      return createEventSigner(priorSignature, source, { service, region, clock, keyOf });
    },
  };
}
