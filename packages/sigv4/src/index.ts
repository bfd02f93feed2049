/** AWS Signature Version 4 for every AWS service: sign, presign, verify. */
export { type CredentialCacheOptions, cacheCredentials } from './credential-cache.ts';
export type { AwsCredentials, CredentialProvider, CredentialRequest } from './credentials.ts';
export { SigV4Error, type SigV4ErrorCode } from './errors.ts';
export type { EventSigner, EventSignerOptions, SignedEvent } from './event-signer.ts';
export type { Fetch } from './fetch-arguments.ts';
export type { HeadersInput } from './headers.ts';
export type { SignerOptions, SigningOptions } from './options.ts';
export { hashBody, type SignedBody } from './payload.ts';
export { type PresignedRequest, presign, presignSync } from './presign.ts';
export {
  type PostCondition,
  type PostUpload,
  type PresignedPost,
  presignPost,
  presignPostSync,
} from './presign-post.ts';
export type { QueryInput, QueryValue } from './canonical-query.ts';
export type { RawRequest, RequestBody, SignableRequest, UrlRequest } from './request.ts';
export type { SignedRequest } from './draft.ts';
export { sign, signSync } from './sign.ts';
export { signString, signStringSync } from './sign-string.ts';
export { signEventStream } from './sign-event-stream.ts';
export { createSignedFetch, type SignedFetchOptions } from './signed-fetch.ts';
export { createSigner, type Signer } from './signer.ts';
export type {
  KnownSecret,
  ReceivedRequest,
  Refused,
  Verified,
  VerifyCode,
  VerifyOptions,
  VerifyResult,
} from './verification.ts';
export { verifyRequest } from './verify.ts';
