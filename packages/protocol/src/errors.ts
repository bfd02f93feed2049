// The error catalogue: what each code means for the caller, whether AWS's service model has it or not.
// https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html

/** The codes of the service models, and those of AWS's front end, which no model lists. */
export type ErrorCode = ModelledErrorCode | FrontEndErrorCode;

/** The errors that the service models list. */
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

/** The errors of AWS's front end, which checks signatures and counts requests before a service sees them. */
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

/** What an error code means for the caller. */
export interface ErrorEntry {
  /** The HTTP status. An event of a stream has none; this is the one to give it. */
  readonly status: number;
  /** Whose fault it is. Only a `server` error, or one marked `retryable`, may go away when the same request is sent again. */
  readonly fault: 'client' | 'server';
  /** Whether the same request may succeed if it is sent again. {@link isRetryable} also looks at the details. */
  readonly retryable: boolean;
  /** Whether a retry must wait as for a rate limit. */
  readonly throttling?: true;
  /** Whether ConverseStream models it as an event, under this code with a lower-case first letter. */
  readonly streamed: boolean;
  /** Members of the body other than `message`. */
  readonly members?: readonly string[];
  /** The status in bedrock-agent-runtime, if it differs. */
  readonly agentStatus?: number;
}

/**
 * Code → HTTP status: the service models (2023-09-30; bedrock-agent-runtime 2023-07-26), then what the front end answers.
 * All that a client needs beside `isRetryable`; the rest of the catalogue stands in tables of its own, so that a bundle
 * holds it only where it is asked for.
 */
const statuses: { readonly [Code in ErrorCode]: number } = {
  AccessDeniedException: 403,
  BadGatewayException: 502,
  ConflictException: 400,
  DependencyFailedException: 424,
  InternalServerException: 500,
  ModelErrorException: 424,
  ModelNotReadyException: 429,
  ModelStreamErrorException: 424,
  ModelTimeoutException: 408,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 400,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  ValidationException: 400,

  ExpiredTokenException: 403,
  FTUFormNotFilled: 404,
  IncompleteSignature: 400,
  InternalFailure: 500,
  InvalidAction: 400,
  InvalidClientTokenId: 403,
  InvalidSignatureException: 403,
  MPAgreementBeingCreated: 403,
  MissingAuthenticationTokenException: 403,
  NotAuthorized: 400,
  RequestExpired: 400,
  SerializationException: 400,
  ServiceUnavailable: 503,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
};

/** The error catalogue: what each code means. */
export const errors: { readonly [Code in ErrorCode]: ErrorEntry } = /* @__PURE__ */ catalogue();

function catalogue(): typeof errors {
  const streamed = { streamed: true };
  const resource = { members: ['resourceName'] };
  const more: Readonly<Record<string, Partial<ErrorEntry>>> = {
    BadGatewayException: resource,
    ConflictException: { agentStatus: 409 },
    DependencyFailedException: resource,
    InternalServerException: streamed,
    ModelErrorException: { members: ['originalStatusCode', 'resourceName'] },
    ModelStreamErrorException: { ...streamed, members: ['originalStatusCode', 'originalMessage'] },
    ServiceUnavailableException: streamed,
    ThrottlingException: { ...streamed, throttling: true },
    ValidationException: streamed,
  } satisfies { [Code in ErrorCode]?: Partial<ErrorEntry> };
  const entries = Object.entries(statuses).map(([code, status]): [string, ErrorEntry] => {
    const fault = status < 500 ? 'client' : 'server';
    return [code, { status, fault, retryable: isRetryable(code), streamed: false, ...more[code] }];
  });
  return Object.fromEntries(entries) as typeof errors; // an entry for each code of the table
}

/**
 * Returns code and HTTP status of an error by its name in upper or lower case, for example the lower-camel name of a stream's
 * exception event. Both are missing if the catalogue does not have it.
 */
export function errorNamed(name: string): readonly [code?: ErrorCode, status?: number] {
  const lower = name.toLowerCase();
  const entries = Object.entries(statuses) as [ErrorCode, number][]; // by its type it has no other keys
  return entries.find(([code]) => code.toLowerCase() === lower) ?? [];
}

/** Finds the entry of a code, in upper or lower case; `undefined` if the catalogue does not have it. */
export function errorEntry(code: string): ErrorEntry | undefined {
  const [name] = errorNamed(code);
  return name && errors[name];
}

/**
 * Whether the same request may succeed if it is sent again. As in AWS's JavaScript client, 429 is throttling, and 500, 502, 503 and
 * 504 are transient. ModelStreamErrorException is retryable, too, because AWS's reference says to retry it:
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ModelStreamErrorException.html
 *
 * The status of a known code wins over that of the answer. ModelErrorException passes on the model's own failure: it is retryable if
 * `originalStatusCode` is, and also without one, because Bedrock then says "unexpected error during processing. Try your request
 * again.": https://github.com/hydro-project/infinity/pull/124
 */
export function isRetryable(
  code: string,
  {
    status: answered,
    originalStatusCode,
  }: { status?: number | undefined; originalStatusCode?: number | undefined } = {},
): boolean {
  const [name, status = answered] = errorNamed(code);
  const decisive = name === 'ModelErrorException' ? originalStatusCode || 500 : status;
  return name === 'ModelStreamErrorException' || /^(429|50[0234])$/.test(String(decisive));
}
