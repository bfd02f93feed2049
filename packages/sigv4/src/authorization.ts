/**
 * What a received request says about its own signature, in the `Authorization` header or in the query.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
import { parseAmzDate } from './amz-date.ts';
import type { Parameter } from './canonical-query.ts';
import type { HeaderMap } from './headers.ts';
import { remembered } from './memory.ts';
import { MAX_EXPIRY, isExpiry } from './options.ts';
import { ALGORITHM } from './signing-key.ts';

/** Who signs, for what, and which headers: the same in every request that a client sends on one day. */
interface Signing {
  readonly accessKeyId: string;
  /** `20150830` */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signed: ReadonlySet<string>;
  /** The same, sorted, each once. */
  readonly sortedHeaders: readonly string[];
  /** Those, joined. */
  readonly headerList: string;
}

/** What a request claims of its signature; nothing of it has been checked yet but its form. */
export interface Claim {
  readonly signing: Signing;
  readonly sessionToken: string | undefined;
  /** `20150830T123600Z` */
  readonly amzDate: string;
  readonly date: Date;
  /** Signed by query, not by header. */
  readonly presigned: boolean;
  /** In seconds; only in a presigned URL, and not in every one: some clients send it to S3 alone. */
  readonly expiresIn: number | undefined;
  readonly signature: string;
}

/** Why there is no such claim. */
export interface Unreadable {
  readonly code: 'missing-signature' | 'unsupported-algorithm' | 'malformed';
  readonly message: string;
}

const SIGNATURE = 'Signature=';

export function readClaim(headers: HeaderMap, parameters: readonly Parameter[]): Claim | Unreadable {
  const authorization = headers['authorization'] ?? '';
  const inHeader = authorization.startsWith('AWS4-');
  const inQuery = parameters.some((each) => /^x-amz-(algorithm|signature)\0/i.test(each));
  if (inHeader && inQuery) return malformed('it is signed both by header and by query');
  if (inHeader) return readHeader(authorization, headers);
  if (inQuery) return readQuery(ownParameters(parameters));
  return {
    code: 'missing-signature',
    message: 'There is no AWS4 Authorization header and no X-Amz-Signature parameter.',
  };
}

// Reading an Authorization header costs 2 µs, half as much as all the hashes, and only the signature in it is new each time.
const signingIn: (authorization: string) => Signing | Unreadable = /* @__PURE__ */ remembered(
  (authorization) => signingOf(...partsOf(authorization)),
);

function readHeader(authorization: string, headers: HeaderMap): Claim | Unreadable {
  const found = authorization.lastIndexOf(SIGNATURE);
  const start = found < 0 ? authorization.length : found + SIGNATURE.length;
  const comma = authorization.indexOf(',', start); // usually the signature is last
  const end = comma < 0 ? authorization.length : comma;
  return claim(signingIn(authorization.slice(0, start) + authorization.slice(end)), {
    signature: authorization.slice(start, end).trim(),
    presigned: false,
    amzDate: headers['x-amz-date'] ?? dateHeader(headers['date']),
    sessionToken: headers['x-amz-security-token'],
  });
}

/** Algorithm, credential and signed headers as an `Authorization` header writes them. */
function partsOf(authorization: string): Parameters<typeof signingOf> {
  const [, algorithm = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(authorization) ?? [];
  const said = new Map<string, string>();
  for (const part of rest.split(',')) {
    // Not by a regular expression: where a value holds much white space, its time would grow with the square of the length.
    const [name = '', ...value] = part.split('=');
    said.set(name.trimStart(), value.join('=').trimEnd());
  }
  return [algorithm, said.get('Credential'), said.get('SignedHeaders')];
}

/** A `Date` header stands in for `x-amz-date`, in either format. */
function dateHeader(text: string | undefined): string | undefined {
  if (text === undefined || parseAmzDate(text)) return text;
  const date = new Date(text).toJSON() as string | null; // null says that it is no date
  return date?.replace(/\.\d+|[:-]/g, '') ?? text;
}

function readQuery(query: ReadonlyMap<string, string>): Claim | Unreadable {
  return claim(
    signingOf(
      query.get('x-amz-algorithm') ?? '',
      query.get('x-amz-credential'),
      query.get('x-amz-signedheaders'),
    ),
    {
      presigned: true,
      signature: query.get('x-amz-signature'),
      amzDate: query.get('x-amz-date'),
      sessionToken: query.get('x-amz-security-token'),
      expires: query.get('x-amz-expires'),
    },
  );
}

/** The parameters named `X-Amz-...`, by lower-case name, decoded. */
export function ownParameters(parameters: readonly Parameter[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const each of parameters) {
    if (!/^x-amz-/i.test(each)) continue;
    const [name = '', value = ''] = each.split('\0');
    found.set(name.toLowerCase(), decode(value));
  }
  return found;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // not UTF-8, so no name, date or token
  }
}

function signingOf(algorithm: string, credential = '', signedHeaders = ''): Signing | Unreadable {
  if (algorithm !== ALGORITHM)
    return { code: 'unsupported-algorithm', message: `Only ${ALGORITHM} is verified here.` };
  // An access key id may hold slashes, the four parts of the scope may not.
  const [, accessKeyId, scope = '', day = '', region, service] =
    /^(.+?)\/(([^/]*)\/([^/]*)\/([^/]*)\/aws4_request)$/.exec(credential) ?? [];
  if (!accessKeyId || !region || !service) {
    return malformed('the credential is not <access key id>/<date>/<region>/<service>/aws4_request');
  }
  if (signedHeaders === '') return malformed('there are no signed headers');
  const names = signedHeaders.split(';');
  const signed = new Set(names);
  const sortedHeaders = [...signed].sort();
  const headerList = sortedHeaders.join(';');
  return {
    accessKeyId,
    day,
    region,
    service,
    scope,
    signedHeaders: names,
    signed,
    sortedHeaders,
    headerList,
  };
}

/** What differs from one request to the next. */
interface Rest {
  readonly presigned: boolean;
  readonly signature: string | undefined;
  readonly amzDate: string | undefined;
  readonly sessionToken: string | undefined;
  /** Only of a presigned URL. */
  readonly expires?: string | undefined;
}

function claim(
  signing: Signing | Unreadable,
  { presigned, signature = '', amzDate = '', sessionToken, expires }: Rest,
): Claim | Unreadable {
  if ('code' in signing) return signing;
  // Looking for a character that is no such digit costs less than counting those that are.
  if (signature.length !== 64 || /[^\da-f]/.test(signature))
    return malformed('the signature is not 64 lower-case hexadecimal digits');
  const date = parseAmzDate(amzDate);
  if (date === undefined) return malformed('the date is missing or not of the form YYYYMMDDTHHMMSSZ');
  if (amzDate.slice(0, 8) !== signing.day)
    return malformed('the date in the credential is not that of the request');
  const expiresIn = expires === undefined ? undefined : Number(expires || NaN);
  if (expiresIn !== undefined && !isExpiry(expiresIn))
    return malformed(`X-Amz-Expires is not a whole number of seconds from 1 to ${MAX_EXPIRY}`);
  return { signing, sessionToken, amzDate, date, presigned, expiresIn, signature };
}

function malformed(reason: string): Unreadable {
  return { code: 'malformed', message: `The signature cannot be read: ${reason}.` };
}
