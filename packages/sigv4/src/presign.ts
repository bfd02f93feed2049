/**
 * Signing by query: a URL that holds for a while, for whoever has it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
import { sha256Hex } from '#hash';
import { canonicalQuery, parameter } from './canonical-query.ts';
import type { AwsCredentials } from './credentials.ts';
import { canonicalRequestOf, type Draft, draftOf, type Scheme, signedHeadersOf } from './draft.ts';
import { SigV4Error } from './errors.ts';
import { hostOf } from './headers.ts';
import type { Settings } from './options.ts';
import { type Payload, UNSIGNED_PAYLOAD } from './payload.ts';
import type { SignableRequest } from './request.ts';
import { type Signable, type SignedRequest, TOKEN_HEADER } from './sign.ts';

/** A request whose URL carries the signature. Its headers are those that whoever uses the URL must send as well. */
export type PresignedRequest = SignedRequest;

const DEFAULT_SECONDS = 3600;
/** A week. */
const MOST_SECONDS = 604_800;

/** The parameters that a signature brings; those of an earlier one go. */
const OWN_PARAMETERS =
  /^X-Amz-(?:Algorithm|Credential|Date|Expires|SignedHeaders|Security-Token|Signature|Region-Set)\0/i;

/** A presigned URL is used by whoever has it, so S3 takes it without a word about the payload. */
export function draftOfUrl(request: SignableRequest, settings: Settings): Draft {
  const draft = draftOf(request, settings);
  return settings.isS3 ? { ...draft, declaredHash: draft.declaredHash ?? UNSIGNED_PAYLOAD } : draft;
}

export function signableUrl(
  draft: Draft,
  payload: Payload,
  { accessKeyId, sessionToken }: AwsCredentials,
  { algorithm, scope, regionSet }: Scheme,
): Signable<PresignedRequest> {
  const { headers, target, settings, amzDate, method } = draft;
  const parameters = target.parameters.filter((each) => !OWN_PARAMETERS.test(each));
  parameters.push(
    parameter('X-Amz-Algorithm', algorithm),
    parameter('X-Amz-Credential', `${accessKeyId}/${scope}`),
    parameter('X-Amz-Date', amzDate),
    parameter('X-Amz-Expires', expiresIn(settings)),
  );
  if (regionSet !== undefined) parameters.push(parameter('X-Amz-Region-Set', regionSet));
  const appended = settings.sessionToken === 'appended';
  if (sessionToken) headers.delete(TOKEN_HEADER);
  const token = sessionToken ? [parameter('X-Amz-Security-Token', sessionToken)] : [];
  if (!appended) parameters.push(...token);
  const isKept = (name: string): boolean =>
    settings.signedHeaders?.some((each) => each.toLowerCase() === name) ?? false;
  for (const [name, value] of headers) {
    // AWS reads its own headers from the query as well; so whoever has the URL need not send them.
    if (!name.startsWith('x-amz-') || isKept(name)) continue;
    parameters.push(parameter(name, value));
    headers.delete(name);
  }
  const signed = signedHeadersOf(draft);
  parameters.push(parameter('X-Amz-SignedHeaders', signed.names));
  const canonicalRequest = canonicalRequestOf(draft, signed, parameters, payload.hash);
  const stringToSign = `${algorithm}\n${amzDate}\n${scope}\n${sha256Hex(canonicalRequest)}`;
  return {
    canonicalRequest,
    stringToSign,
    finish(signature) {
      const all = [...parameters, parameter('X-Amz-Signature', signature), ...(appended ? token : [])];
      const url = `${target.origin || `https://${hostOf(headers)}`}${target.path}?${canonicalQuery(all)}`;
      if (!draft.hostGiven) headers.delete('host');
      const request = {
        method,
        url,
        headers: Object.fromEntries(headers),
        canonicalRequest,
        stringToSign,
        signature,
      };
      return payload.body === undefined ? request : { ...request, body: payload.body };
    },
  };
}

function expiresIn({ expiresIn: seconds = DEFAULT_SECONDS }: Settings): number {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MOST_SECONDS) return seconds;
  throw new SigV4Error(
    'invalid-option',
    'expiresIn',
    `is ${seconds}, not a whole number of seconds from 1 to ${MOST_SECONDS}`,
  );
}
