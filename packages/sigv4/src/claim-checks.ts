/** The checks of a claim that need no hash: its scope, its time, and the headers that have to be signed. */
import type { Claim } from './authorization.ts';
import type { HeaderMap } from './headers.ts';
import { type Refused, refusal, type VerifyOptions } from './verification.ts';

export function checkScope(
  { signing: { service, region } }: Claim,
  options: VerifyOptions,
): Refused | undefined {
  // Without `flat`, which would take a fourteenth of a whole verification.
  const allows = (allowed: string | readonly string[] | undefined, value: string): boolean =>
    allowed === undefined || (typeof allowed === 'string' ? [allowed] : allowed).includes(value);
  if (!allows(options.service, service))
    return refusal('wrong-scope', `It is signed for the service ${service}.`);
  if (!allows(options.region, region))
    return refusal('wrong-scope', `It is signed for the region ${region}.`);
  return undefined;
}

export function checkTime(
  { date, amzDate, expiresIn }: Claim,
  { clock, clockSkewSeconds = 300 }: VerifyOptions,
): Refused | undefined {
  const age = ((clock?.() ?? new Date()).getTime() - date.getTime()) / 1000;
  // Written as what has to hold, so that a clock or a tolerance that is no number (NaN) refuses the request.
  if (!(age >= -clockSkewSeconds))
    return refusal('skewed', `It is signed for ${amzDate}, which is ${Math.round(-age)} s ahead of now.`);
  if (expiresIn !== undefined) {
    return age <= expiresIn
      ? undefined
      : refusal('expired', `It expired ${Math.round(age - expiresIn)} s ago.`);
  }
  return age <= clockSkewSeconds
    ? undefined
    : refusal('skewed', `It was signed at ${amzDate}, ${Math.round(age)} s ago.`);
}

/**
 * A token may be added after signing. The hash of the body is part of the canonical request anyway, and S3 and others take the header
 * unsigned, as opensearch-py and aws-requests-auth send it (ceph/ceph#71292, scality/Arsenal#2590). CloudFront adds the id to each
 * request that it passes on.
 */
const MAY_BE_UNSIGNED = /^x-amz-(cf-id|content-sha256|security-token)$/;

/** The host and every header that AWS reads must be signed, or anybody in between could change them. */
export function checkSignedHeaders({ signing: { signed } }: Claim, headers: HeaderMap): Refused | undefined {
  if (!signed.has('host') && !signed.has(':authority')) {
    return refusal('unsigned-header', 'The host is not among the signed headers.');
  }
  for (const name in headers) {
    if (name.startsWith('x-amz-') && !signed.has(name) && !MAY_BE_UNSIGNED.test(name)) {
      return refusal('unsigned-header', `The header ${name} is not among the signed headers.`);
    }
  }
  return undefined;
}
