/**
 * AWS's answers to each way of getting a signature wrong.
 *
 * Wording: https://github.com/BerriAI/litellm/issues/14763 (mismatch), https://github.com/aws/aws-sdk-js/issues/573
 * (expired), https://github.com/earendil-works/pi/issues/3487 (region: Bedrock does not repeat it, as older services do).
 */
import type { VerifyResult } from '@bedrock-kit/sigv4';
import { sha256Hex } from '../digest.ts';
import { type HttpRequest, headerValue } from '../http/exchange.ts';
import { ServiceError } from '../service-error.ts';
import { toleranceMinutes } from './settings.ts';

type Refused = Extract<VerifyResult, { ok: false }>;

/** A key without a session token counts as unknown, too, where one came with it. */
export function hintOf({ code, message }: Refused): string {
  return code === 'unknown-key'
    ? 'This server does not know the access key ID, or the session token that came with it: use bedrock.credentials, which bedrock-local prints, or name yours in the option credentials.'
    : message;
}

/** The error for a request whose signature does not hold. @param now - by the server's clock */
export async function refusal(
  refused: Refused,
  http: HttpRequest,
  body: Uint8Array | undefined,
  now: Date,
): Promise<ServiceError> {
  const hint = refused.message;
  switch (refused.code) {
    case 'missing-signature':
      return new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', {
        hint,
      });
    case 'unknown-key':
    case 'bad-token':
      return new ServiceError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
        { hint: hintOf(refused) },
      );
    case 'signature-mismatch':
      return mismatch(refused.canonicalRequest, refused.stringToSign, hint);
    case 'body-mismatch':
      return bodyMismatch(refused, body, hint);
    case 'skewed':
      return invalidSignature(timeMessage(http, now), { hint });
    case 'expired':
      return invalidSignature(expiredMessage(http, now), { hint });
    case 'malformed':
      return malformed(http, hint);
    default:
      return invalidSignature(refused.message, { hint });
  }
}

export function invalidSignature(message: string, options: { hint: string }): ServiceError {
  return new ServiceError('InvalidSignatureException', message, options);
}

function mismatch(canonicalRequest = '', stringToSign = '', hint: string): ServiceError {
  return invalidSignature(
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key ' +
      'and signing method. Consult the service documentation for details.\n\n' +
      `The Canonical String for this request should have been\n'${canonicalRequest}'\n\n` +
      `The String-to-Sign should have been\n'${stringToSign}'\n`,
    { hint },
  );
}

/** AWS hashes the body that arrived, so the strings in its message hold that hash. */
async function bodyMismatch(
  refused: Refused,
  body: Uint8Array | undefined,
  hint: string,
): Promise<ServiceError> {
  const hash = await sha256Hex(body ?? new Uint8Array(0));
  const canonicalRequest = withLastLine(refused.canonicalRequest ?? '', hash);
  const canonicalHash = await sha256Hex(new TextEncoder().encode(canonicalRequest));
  return mismatch(canonicalRequest, withLastLine(refused.stringToSign ?? '', canonicalHash), hint);
}

/** Not by an expression, which looks for the end of the text from each place of a line. */
function withLastLine(text: string, line: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1) + line;
}

function timeMessage(http: HttpRequest, now: Date): string {
  const signed = amzDate(http) ?? '';
  const minutes = (offset: number): string => later(now, offset * 60);
  // The compact form sorts like the time it stands for.
  return signed < compact(now)
    ? `Signature expired: ${signed} is now earlier than ${minutes(-toleranceMinutes)} (${compact(now)} - ${toleranceMinutes} min.)`
    : `Signature not yet current: ${signed} is still later than ${minutes(toleranceMinutes)} (${compact(now)} + ${toleranceMinutes} min.)`;
}

/** A presigned URL has its own lifetime in place of the five minutes. No source shows how AWS writes that, so it is written alike. */
function expiredMessage(http: HttpRequest, now: Date): string {
  const lifetime = Number(/[?&]X-Amz-Expires=(\d+)/i.exec(http.target)?.[1]);
  return `Signature expired: ${amzDate(http) ?? ''} is now earlier than ${later(now, -lifetime)} (${compact(now)} - ${lifetime} s)`;
}

function amzDate(http: HttpRequest): string | undefined {
  return headerValue(http.headers, 'x-amz-date') ?? /[?&]X-Amz-Date=([^&]*)/i.exec(http.target)?.[1];
}

function later(time: Date, seconds: number): string {
  return compact(new Date(time.getTime() + seconds * 1000));
}

/** `20260115T120000Z` */
function compact(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** AWS calls a date other than the credential's a wrong signature, and all else that is malformed an incomplete one. */
function malformed(http: HttpRequest, hint: string): ServiceError {
  const authorization = headerValue(http.headers, 'authorization');
  const scopeDay = /Credential=[^,=]*?\/(\d{8})\//.exec(authorization ?? '')?.[1];
  const date = amzDate(http);
  if (
    scopeDay !== undefined &&
    date !== undefined &&
    /^\d{8}T\d{6}Z$/.test(date) &&
    !date.startsWith(scopeDay)
  ) {
    return invalidSignature(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ` +
        `'${scopeDay}' != '${date.slice(0, 8)}', from '${date}'.`,
      { hint },
    );
  }
  const missing = authorization === undefined ? missingInQuery(http.target) : missingInHeader(authorization);
  return new ServiceError('IncompleteSignature', missing || hint, { hint });
}

function missingInHeader(authorization: string): string {
  return ['Credential', 'Signature', 'SignedHeaders']
    .filter((name) => !authorization.includes(`${name}=`))
    .map((name) => `Authorization header requires '${name}' parameter.`)
    .join(' ');
}

/** The wording is that of DynamoDB, which has the same framework: https://github.com/architect/dynalite */
function missingInQuery(target: string): string {
  const missing = ['Credential', 'Signature', 'SignedHeaders', 'Date']
    .filter((name) => !new RegExp(`[?&]X-Amz-${name}=[^&]`, 'i').test(target))
    .map((name) => `AWS query-string parameters must include 'X-Amz-${name}'. `);
  return missing.length === 0 ? '' : `${missing.join('')}Re-examine the query-string parameters.`;
}
