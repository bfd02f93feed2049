/**
 * An error as Bedrock answers it: status, type header, JSON body.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
import { errorEntry, type ErrorCode } from '@bedrock-kit/protocol';
import { closest } from './closest.ts';
import { LocalBedrockError } from './errors.ts';
import type { HeaderPair, HttpReply } from './http/exchange.ts';
import { checkHeaders } from './http/header-check.ts';

const marker = Symbol.for('@bedrock-kit/local.ServiceError');

/** What else an error may say. */
export interface ServiceErrorOptions {
  /** The HTTP status, where it is not the one of the catalogue; 400 for a code that the catalogue lacks. */
  readonly status?: number | undefined;
  /** More members of the body, such as `originalStatusCode`. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  /** More headers, such as `retry-after`. */
  readonly headers?: readonly HeaderPair[] | undefined;
  /** Help that AWS does not give; it goes to the log and to the header `x-bedrock-local-hint`, never into the body. */
  readonly hint?: string | undefined;
  /** The name of the member that holds the message; front-end errors write it with a capital. */
  readonly messageMember?: 'message' | 'Message' | undefined;
}

/**
 * Thrown (or returned) by a model handler to answer with an error of AWS: before the first event it becomes an HTTP
 * error, after it an exception event of the stream.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** Such as `ThrottlingException`. */
  readonly code: ErrorCode | (string & {});
  readonly status: number;
  readonly options: ServiceErrorOptions;

  constructor(code: ErrorCode | (string & {}), message: string, options: ServiceErrorOptions = {}) {
    super(message);
    this.code = code;
    this.status = options.status ?? errorEntry(code)?.status ?? 400;
    this.options = options;
    Object.defineProperty(this, marker, { value: true });
  }

  /** True for this error from any copy of the package. */
  static isInstance(value: unknown): value is ServiceError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}

/** What AWS's client has in every error, and Bedrock in no body: the class ServiceException of @smithy/core. */
const ofClient = ['name', 'message', '$fault', '$metadata', '$response', '$retryable', '$service'];

/** The error itself, or that of AWS's client as one: mocks of the client throw it. Undefined for anything else. */
export function serviceErrorOf(thrown: unknown): ServiceError | undefined {
  if (ServiceError.isInstance(thrown)) return thrown;
  if (typeof thrown !== 'object' || thrown === null || !('$fault' in thrown)) return undefined;
  // As every error of the client has them.
  const { name, message, $metadata } = thrown as unknown as Error & {
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const members = Object.fromEntries(Object.entries(thrown).filter(([member]) => !ofClient.includes(member)));
  // An exception inside a stream has that of the stream, a success.
  const { httpStatusCode = 0 } = $metadata ?? {};
  return new ServiceError(name, message, {
    members,
    ...(httpStatusCode >= 400 && { status: httpStatusCode }),
  });
}

/** What a client hears of anything that was thrown: the error itself, or an InternalServerException that says what broke. */
export function toServiceError(thrown: unknown): ServiceError {
  const known = serviceErrorOf(thrown);
  if (known !== undefined) return known;
  const reason = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new ServiceError(
    'InternalServerException',
    'The system encountered an unexpected error during processing. Try your request again.',
    { hint: reason },
  );
}

/** The body of the error: its message under the right name, and its other members. */
export function errorBody(error: ServiceError): Record<string, unknown> {
  return { [error.options.messageMember ?? 'message']: error.message, ...error.options.members };
}

/**
 * What the framework answers that AWS's services stand on, before Bedrock sees a request. Recorded of bedrock-runtime:
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

/** The type of the error, with the tail that coral appends: the namespace in which it is declared. */
function typeOf({ code, options }: ServiceError): string {
  // Whoever writes `Message` is the framework, too: an action that IAM does not allow, and an API key that is none.
  const isForeign = ofFramework.has(code) || options.messageMember === 'Message';
  return `${code}:http://internal.amazon.com/coral/com.amazon.${isForeign ? 'coral.service' : 'bedrock'}/`;
}

/**
 * The reply that carries the error. The type stands in the header, which https://github.com/aws/aws-sdk-js-v3 reads up to the colon.
 */
export function errorReply(error: ServiceError): HttpReply {
  const body = new TextEncoder().encode(JSON.stringify(errorBody(error)));
  const { headers = [], hint } = error.options;
  return {
    status: error.status,
    headers: [
      ['content-type', 'application/json'],
      ['x-amzn-errortype', typeOf(error)],
      ...(hint === undefined ? [] : [['x-bedrock-local-hint', headerText(hint)] as const]),
      ...headers,
    ],
    body,
  };
}

const known: { readonly [Name in keyof ServiceErrorOptions]-?: true } = {
  status: true,
  members: true,
  headers: true,
  hint: true,
  messageMember: true,
};

/**
 * The error itself, or what says why it cannot be sent: a status, a code or a header that HTTP has no place for would
 * cut the connection without a word.
 */
export function sendable(error: ServiceError): ServiceError {
  try {
    const wrong = Object.keys(error.options).find((name) => !Object.hasOwn(known, name));
    if (wrong !== undefined) {
      const meant = closest(wrong, Object.keys(known)) ?? Object.keys(known).join(', ');
      throw new TypeError(`${wrong} is no option of it: there is ${meant}`);
    }
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
