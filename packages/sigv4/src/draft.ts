/** A request on its way to a signature: everything that is known before its body is hashed. */
import { formatAmzDate, parseAmzDate } from './amz-date.ts';
import { canonicalQuery, type Parameter } from './canonical-query.ts';
import {
  type CanonicalHeaders,
  canonicalHeaders,
  collectHeaders,
  type HeaderMap,
  hostOf,
  isSignedByDefault,
} from './headers.ts';
import type { Settings } from './options.ts';
import { CONTENT_SHA256, UNSIGNED_PAYLOAD } from './payload.ts';
import { canonicalPathOf, type SignableRequest, type Target, targetOf } from './request.ts';

/** How a signature is made: the name of its algorithm and where it is valid. */
export interface Scheme {
  readonly algorithm: string;
  readonly scope: string;
  /** The regions of SigV4A, for example `*` or `us-east-1,us-west-2`. */
  readonly regionSet?: string | undefined;
}

export const ALGORITHM = 'AWS4-HMAC-SHA256';

export interface Draft {
  readonly method: string;
  readonly target: Target;
  readonly headers: HeaderMap;
  /** Whether the caller gave the host; if not, whoever sends the request adds it. */
  readonly hostGiven: boolean;
  /** `YYYYMMDDTHHMMSSZ` */
  readonly amzDate: string;
  /** What stands for the hash of the body, when it is not to be computed. */
  readonly declaredHash: string | undefined;
  readonly settings: Settings;
}

/** Headers that a signature brings; those of an earlier signature go, so that a signed request can be signed again. */
const OWN_HEADERS = ['authorization', 'x-amz-date', 'date', 'x-amz-region-set'];

export function draftOf(request: SignableRequest, settings: Settings): Draft {
  const { payloadHash, unsignedPayload, signingDate = settings.clock() } = settings;
  const headers = collectHeaders(request.headers);
  for (const name of OWN_HEADERS) headers.delete(name);
  const target = targetOf(request);
  const hostGiven = headers.has('host') || headers.has(':authority');
  if (!hostGiven && target.host) headers.set('host', target.host);
  return {
    method: request.method?.toUpperCase() ?? 'GET',
    target,
    headers,
    hostGiven,
    amzDate: formatAmzDate(toDate(signingDate)),
    declaredHash: payloadHash ?? (unsignedPayload ? UNSIGNED_PAYLOAD : headers.get(CONTENT_SHA256)),
    settings,
  };
}

function toDate(date: Date | number | string): Date {
  if (typeof date === 'string') return parseAmzDate(date) ?? new Date(date);
  return typeof date === 'number' ? new Date(date) : date;
}

/** The headers of a draft that are signed, as they are now. */
export function signedHeadersOf({ headers, settings }: Draft): CanonicalHeaders {
  hostOf(headers);
  return canonicalHeaders(headers, (name) => isSigned(name, settings));
}

export function canonicalRequestOf(
  { method, target, settings }: Draft,
  { block, names }: CanonicalHeaders,
  parameters: readonly Parameter[],
  payloadHash: string,
): string {
  const path = canonicalPathOf(target.path, settings.normalizePath, settings.doubleEncode);
  return `${method}\n${path}\n${canonicalQuery(parameters)}\n${block}\n${names}\n${payloadHash}`;
}

function isSigned(name: string, { signedHeaders, unsignedHeaders, signBody }: Settings): boolean {
  if (signedHeaders?.some((each) => each.toLowerCase() === name)) return true;
  if (unsignedHeaders?.some((each) => each.toLowerCase() === name)) return false;
  // Who signs the body signs its length, if it is given: AWS's own suite does.
  return isSignedByDefault(name) || (name === 'content-length' && signBody === true);
}
