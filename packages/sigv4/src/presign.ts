/**
 * Signing by query: a URL that holds for a while, for whoever has it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
import { canonicalQuery, parameter } from './canonical-query.ts';
import type { AwsCredentials } from './credentials.ts';
import {
  type Draft,
  draftOf,
  type Scheme,
  type Signable,
  type SignedRequest,
  signableOf,
  signedPart,
} from './draft.ts';
import { SigV4Error } from './errors.ts';
import { TOKEN_HEADER } from './headers.ts';
import { isS3, lists, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, UNSIGNED_PAYLOAD } from './payload.ts';
import type { SignableRequest } from './request.ts';
import { complete, completeLater } from './sign.ts';

/** A request whose URL carries the signature. Its headers are those that whoever uses the URL must send as well. */
export type PresignedRequest = SignedRequest;

const DEFAULT_SECONDS = 3600;
/** A week. */
const MOST_SECONDS = 604_800;

/** The parameters that a signature brings; those of an earlier one go. */
const OWN = /^X-Amz-(Algorithm|Credential|Date|Expires|Security-Token|Signature|SignedHeaders)\0/i;

export function withQuery(draft: Draft, hash: string, credentials: AwsCredentials, scheme: Scheme): Signable {
  const { headers, options, target } = draft;
  const { accessKeyId } = credentials;
  const sessionToken = credentials.sessionToken || undefined; // an empty one is none
  const parameters = target.parameters.filter((each) => !OWN.test(each));
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) parameters.push(parameter(name, value));
  };
  add('X-Amz-Algorithm', scheme[0]);
  add('X-Amz-Credential', `${accessKeyId}/${scheme[1]}`);
  add('X-Amz-Date', draft.amzDate);
  add('X-Amz-Expires', secondsOf(options));
  if (sessionToken) delete headers[TOKEN_HEADER];
  if (options.signBody) headers[CONTENT_SHA256] = hash;
  if (options.sessionToken !== 'appended') add('X-Amz-Security-Token', sessionToken);
  for (const [name, value] of Object.entries(headers)) {
    // AWS reads its own headers from the query as well, so whoever has the URL need not send them; but a token that the
    // caller put among the headers stays one, and so does the hash of a body that is to be signed, as in AWS's own suite.
    if (!/^x-amz-(?!security-token)/.test(name) || lists(options.signedHeaders, name)) continue;
    if (options.signBody && name === CONTENT_SHA256) continue;
    Reflect.deleteProperty(headers, name);
    // A date is that of this signature.
    if (name !== 'x-amz-date') add(name, value);
  }
  const signed = signedPart(draft);
  add('X-Amz-SignedHeaders', signed[1]);
  return signableOf(draft, scheme, signed, canonicalQuery(parameters), hash, (signature) => {
    add('X-Amz-Signature', signature);
    if (options.sessionToken === 'appended') add('X-Amz-Security-Token', sessionToken);
    return `?${canonicalQuery(parameters)}`;
  });
}

function secondsOf({ expiresIn = DEFAULT_SECONDS }: SignerOptions): string {
  if (Number.isInteger(expiresIn) && expiresIn >= 1 && expiresIn <= MOST_SECONDS) return String(expiresIn);
  throw new SigV4Error(
    'invalid-option',
    'expiresIn',
    `is ${expiresIn}, not whole seconds from 1 to ${MOST_SECONDS}`,
  );
}

/** Who makes a URL for S3 does not know what will be sent to it, and S3 expects that. */
function hashByDefault({ service }: SignerOptions): string | undefined {
  return isS3(service) ? UNSIGNED_PAYLOAD : undefined;
}

/** Signs one request by query. Throws as `signSync` does, and `invalid-option` for an `expiresIn` out of bounds. */
export function presignSync(request: SignableRequest, options: SignerOptions): PresignedRequest {
  return complete(withQuery, draftOf(request, options, hashByDefault(options)));
}

/** The same, with credentials that have to be loaded, or a Blob or a form as body. */
export function presign(request: SignableRequest, options: SignerOptions): Promise<PresignedRequest> {
  return completeLater(withQuery, () => draftOf(request, options, hashByDefault(options)));
}
