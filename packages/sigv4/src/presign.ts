/**
 * Signing by query: a URL that holds for a while, for whoever has it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
import { canonicalQuery, parameter, queryText } from './canonical-query.ts';
import { checkCredentials } from './credentials.ts';
import { type ByQuery, complete, type SignedRequest } from './draft.ts';
import { SigV4Error } from './errors.ts';
import { isS3, lists, MAX_EXPIRY, isExpiry, type SignerOptions } from './options.ts';
import { CONTENT_SHA256, UNSIGNED_PAYLOAD } from './payload.ts';
import type { SignableRequest } from './request.ts';
import { completeLater } from './sign.ts';

/** A request whose URL carries the signature. Whoever uses the URL must send its headers as well. */
export type PresignedRequest = SignedRequest;

/** The parameters that a signature brings; those of an earlier one go. */
const OWN =
  /^X-Amz-(Algorithm|Content-Sha256|Credential|Date|Expires|Security-Token|Signature|SignedHeaders)\0/i;

const EXPIRES = /^X-Amz-Expires\0/i;

export const byQuery: ByQuery = (options, headers, given, hash, [algorithm, scope, amzDate]) => {
  const { accessKeyId, sessionToken } = checkCredentials(options.credentials);
  const isAppended = options.sessionToken === 'appended';
  const parameters = given.filter((each) => !OWN.test(each));
  const add = (name: string, value: string | undefined): void => {
    if (value) parameters.push(parameter(`X-Amz-${name}`, value)); // an empty token is none
  };
  add('Algorithm', algorithm);
  add('Credential', `${accessKeyId}/${scope}`);
  add('Date', amzDate);
  // As aws4, aws4fetch and AWS's own client for Go take it.
  const asked = headers['x-amz-expires'] ?? given.find((each) => EXPIRES.test(each))?.replace(EXPIRES, '');
  delete headers['x-amz-expires'];
  add('Expires', secondsOf(options.expiresIn ?? Number(asked ?? 3600)));
  if (sessionToken) delete headers['x-amz-security-token'];
  // S3 assumes an unsigned payload, any other service hashes what it gets; anything else has to be stated.
  const isStated = options.signBody || (hash === UNSIGNED_PAYLOAD) !== isS3(options.service);
  if (isStated) headers[CONTENT_SHA256] = hash;
  if (!isAppended) add('Security-Token', sessionToken);
  for (const [name, value] of Object.entries(headers)) {
    // AWS reads its own headers from the query as well, so whoever has the URL need not send them. These stay where they are:
    // - what S3 silently ignores in the query (aws/aws-sdk-go-v2#1016, #1307 and #3522, aws/aws-sdk-php#1275) or did
    //   (aws/aws-sdk-js-v3#1701), encryption keys, which do not belong in a URL, and a token that the caller put among the headers; but
    //   the mode of a checksum moves, which asks for a checksum and is none (aws/aws-sdk-go-v2#3530)
    // - what is stated of the body: S3 does not read a hash from the query (aws/aws-sdk-go#1974), nor VPC Lattice its word
    // - what the caller wants to keep
    if (
      !/^x-amz-(?!checksum-(?!mode)|copy-|object-lock-|security-|server-|tagging)/.test(name) ||
      (isStated && name === CONTENT_SHA256) ||
      lists(options.signedHeaders, name)
    )
      continue;
    Reflect.deleteProperty(headers, name);
    // The date of an earlier signature is dropped: the query has that of this one.
    if (name !== 'x-amz-date') parameters.push(parameter(name, value));
  }
  return (name, value) => {
    add(name, value);
    const query = canonicalQuery(parameters);
    if (!isAppended || name !== 'Signature' || !sessionToken) return query;
    // At the very end: AWS IoT refuses one that stands before the signature (aws-amplify/amplify-flutter#6079).
    return `${query}&${queryText([parameter('X-Amz-Security-Token', sessionToken)])}`;
  };
};

/** Throws `invalid-option` for what is no number of seconds that a signature may hold. */
export function secondsOf(seconds: number): string {
  if (isExpiry(seconds)) return String(seconds);
  throw new SigV4Error(
    'invalid-option',
    'expiresIn',
    `is ${typeof seconds} ${seconds}, not whole seconds from 1 to ${MAX_EXPIRY}`,
  );
}

/** Whoever presigns a URL for S3 rarely knows what will be sent to it, so S3 assumes an unsigned payload. */
export function hashByDefault({ service, signBody }: SignerOptions): string | undefined {
  return isS3(service) && !signBody ? UNSIGNED_PAYLOAD : undefined;
}

/** Signs one request by query. Throws as `signSync` does, and `invalid-option` for an `expiresIn` out of bounds. */
export function presignSync(request: SignableRequest, options: SignerOptions): PresignedRequest {
  return complete(request, options, byQuery, hashByDefault(options));
}

/** Signs one request by query, as `presignSync` does, with credentials that may have to be loaded; the body may be a Blob or a form, too. */
export function presign(request: SignableRequest, options: SignerOptions): Promise<PresignedRequest> {
  return completeLater(request, options, byQuery, hashByDefault(options));
}
