/**
 * An error as it is sent: status, type header, JSON body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
import { suggestion } from '../closest.ts';
import { LocalBedrockError } from '../errors.ts';
import { type HeaderPair, headerPairs, type HttpReply, withUsual } from '../http/exchange.ts';
import { checkHeaders } from '../http/header-check.ts';
import type { ServiceError, ServiceErrorOptions } from '../service-error.ts';
import { toServiceError } from './thrown-error.ts';

/** The body of the error: its message under the right name, and its other members. */
export function errorBody(error: ServiceError): Record<string, unknown> {
  return { [error.options.messageMember ?? 'message']: error.message, ...error.options.members };
}

/**
 * What the framework under AWS's services answers, before Bedrock sees a request. Recorded of bedrock-runtime:
 * github.com/DataDog/dd-trace-py, tests/contrib/botocore/bedrock_cassettes/meta_invoke_error.yaml (an expired token);
 * github.com/traceloop/openllmetry, test_titan_converse_with_caching.yaml (an unknown key). https://github.com/aws/aws-sdk-js-v3/issues/810
 */
const ofFramework = new Set([
  'ExpiredTokenException',
  'IncompleteSignature',
  'InternalFailure',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'UnknownOperationException',
  'UnrecognizedClientException',
]);

/** The type of the error with the namespace that declares it, as coral, the framework, writes both. */
function typeOf({ code, options }: ServiceError): string {
  // Whoever writes `Message` is the framework, too: an action that IAM does not allow, and an API key that is none.
  const isForeign = ofFramework.has(code) || options.messageMember === 'Message';
  return `${code}:http://internal.amazon.com/coral/com.amazon.${isForeign ? 'coral.service' : 'bedrock'}/`;
}

/**
 * The reply that carries the error. Clients read its type from the header, up to the colon: https://github.com/aws/aws-sdk-js-v3
 */
export function errorReply(error: ServiceError): HttpReply {
  const body = new TextEncoder().encode(JSON.stringify(errorBody(error)));
  const { headers = {}, hint } = error.options;
  const usual: HeaderPair[] = [
    ['content-type', 'application/json'],
    ['x-amzn-errortype', typeOf(error)],
  ];
  if (hint !== undefined) usual.push(['x-bedrock-local-hint', headerText(hint)]);
  return { status: error.status, headers: withUsual(usual, headerPairs(headers)), body };
}

const known: { readonly [Name in keyof ServiceErrorOptions]-?: true } = {
  status: true,
  members: true,
  headers: true,
  hint: true,
  messageMember: true,
};

/**
 * The error itself; or, where HTTP has no place for its status, its code or one of its headers, an error that says so.
 * Sent as it is, it would cut the connection without a word.
 */
export function sendable(error: ServiceError): ServiceError {
  try {
    const wrong = Object.keys(error.options).find((name) => !Object.hasOwn(known, name));
    if (wrong !== undefined)
      throw new TypeError(`${wrong} is none of its options (${suggestion(wrong, Object.keys(known))})`);
    const { status, headers } = errorReply(error);
    checkHeaders(headers);
    new Response(null, { status });
    return error;
  } catch (cause) {
    return unsendable(error, cause);
  }
}

/** What is sent in place of an error that cannot be. */
export function unsendable({ code }: ServiceError, cause: unknown): ServiceError {
  const message = `The ServiceError ${code} cannot be sent: ${String(cause)}`;
  return toServiceError(new LocalBedrockError('invalid-answer', message));
}

/** Header values are visible ASCII (RFC 9110 section 5.5). */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 1000);
}
