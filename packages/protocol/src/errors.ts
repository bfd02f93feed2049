// The error catalogue: what each code means for the one who called, whether AWS's service model has it or not.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html

/** Codes of the service models, then those that the front end answers with and no model lists. */
export type ErrorCode = ModelledErrorCode | FrontEndErrorCode;

export type ModelledErrorCode =
  | 'AccessDeniedException'
  | 'BadGatewayException'
  | 'ConflictException'
  | 'DependencyFailedException'
  | 'InternalServerException'
  | 'ModelErrorException'
  | 'ModelNotReadyException'
  | 'ModelStreamErrorException'
  | 'ModelTimeoutException'
  | 'ResourceNotFoundException'
  | 'ServiceQuotaExceededException'
  | 'ServiceUnavailableException'
  | 'ThrottlingException'
  | 'ValidationException';

export type FrontEndErrorCode =
  | 'ExpiredTokenException'
  | 'FTUFormNotFilled'
  | 'IncompleteSignature'
  | 'InternalFailure'
  | 'InvalidAction'
  | 'InvalidClientTokenId'
  | 'InvalidSignatureException'
  | 'MPAgreementBeingCreated'
  | 'MissingAuthenticationTokenException'
  | 'NotAuthorized'
  | 'RequestExpired'
  | 'SerializationException'
  | 'ServiceUnavailable'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException';

export interface ErrorEntry {
  /** HTTP status; for an event of a stream, which has none, the one to assign. */
  readonly status: number;
  /** Whose fault: only a `server` error or one marked `retryable` can pass when the same request is sent again. */
  readonly fault: 'client' | 'server';
  /** Whether the same request may succeed when it is sent again. {@link isRetryable} also looks at the details. */
  readonly retryable: boolean;
  /** Whether a retry must wait as for a rate limit. */
  readonly throttling?: true;
  /** Whether ConverseStream models it as an event, under this code with a lower-case first letter. */
  readonly streamed: boolean;
  /** Members of the body beside `message`. */
  readonly members?: readonly string[];
  /** Status in bedrock-agent-runtime, where it differs. */
  readonly agentStatus?: number;
}

const refused = { fault: 'client', retryable: false, streamed: false } as const;
const failed = { fault: 'server', retryable: true, streamed: false } as const;

/**
 * Code → what it means. Statuses and members: the service models (2023-09-30; bedrock-agent-runtime 2023-07-26).
 * Retryable: as AWS's JavaScript client classifies, and ModelStreamErrorException, which AWS's reference says to retry:
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ModelStreamErrorException.html
 */
export const errors: { readonly [Code in ErrorCode]: ErrorEntry } = {
  AccessDeniedException: { status: 403, ...refused },
  BadGatewayException: { status: 502, ...failed, members: ['resourceName'] },
  ConflictException: { status: 400, agentStatus: 409, ...refused },
  DependencyFailedException: { status: 424, ...refused, members: ['resourceName'] },
  InternalServerException: { status: 500, ...failed, streamed: true },
  ModelErrorException: { status: 424, ...refused, members: ['originalStatusCode', 'resourceName'] },
  ModelNotReadyException: { status: 429, fault: 'client', retryable: true, streamed: false },
  ModelStreamErrorException: {
    status: 424,
    fault: 'client',
    retryable: true,
    streamed: true,
    members: ['originalStatusCode', 'originalMessage'],
  },
  ModelTimeoutException: { status: 408, ...refused },
  ResourceNotFoundException: { status: 404, ...refused },
  ServiceQuotaExceededException: { status: 400, ...refused },
  ServiceUnavailableException: { status: 503, ...failed, streamed: true },
  ThrottlingException: { status: 429, fault: 'client', retryable: true, throttling: true, streamed: true },
  ValidationException: { status: 400, ...refused, streamed: true },

  ExpiredTokenException: { status: 403, ...refused },
  FTUFormNotFilled: { status: 404, ...refused },
  IncompleteSignature: { status: 400, ...refused },
  InternalFailure: { status: 500, ...failed },
  InvalidAction: { status: 400, ...refused },
  InvalidClientTokenId: { status: 403, ...refused },
  InvalidSignatureException: { status: 403, ...refused },
  MPAgreementBeingCreated: { status: 403, ...refused },
  MissingAuthenticationTokenException: { status: 403, ...refused },
  NotAuthorized: { status: 400, ...refused },
  RequestExpired: { status: 400, ...refused },
  SerializationException: { status: 400, ...refused },
  ServiceUnavailable: { status: 503, ...failed },
  UnknownOperationException: { status: 404, ...refused },
  UnrecognizedClientException: { status: 403, ...refused },
};

/** The catalogue's row of a code as it came: Pascal case, or the lower-camel name of a stream's exception event. */
export function errorEntry(code: string): ErrorEntry | undefined {
  const name = code.charAt(0).toUpperCase() + code.slice(1);
  return Object.hasOwn(errors, name) ? errors[name as ErrorCode] : undefined; // hasOwn proves the name is a code
}

/**
 * Whether sending the same request again may succeed.
 *
 * A known code decides over the status. ModelErrorException is the model's own failure passed on: it is retryable when
 * `originalStatusCode` says so. A code that nobody knows is judged by its status: 429 and 500, 502, 503, 504.
 */
export function isRetryable(
  code: string,
  details: { status?: number | undefined; originalStatusCode?: number | undefined } = {},
): boolean {
  const entry = errorEntry(code);
  if (entry === errors.ModelErrorException) return isTransient(details.originalStatusCode);
  return entry ? entry.retryable : isTransient(details.status);
}

/** As AWS's JavaScript client: 429 is throttling, 500, 502, 503 and 504 are transient. */
function isTransient(status: number | undefined): boolean {
  return status === 429 || status === 500 || status === 502 || status === 503 || status === 504;
}
