/**
 * An error as Bedrock answers it, for whatever throws or returns one. `error-reply.ts` sends it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
import { errorEntry, type ErrorCode } from '@bedrock-kit/protocol';
import type { HeadersInput } from './http/exchange.ts';

const marker = Symbol.for('@bedrock-kit/local.ServiceError');

/** What else an error may say. All of it may be left out. */
export interface ServiceErrorOptions {
  /** The HTTP status, where it is not the one of the catalogue; 400 for a code that the catalogue lacks. */
  readonly status?: number | undefined;
  /** More members of the body, such as `{ originalStatusCode: 500 }`. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  /** More headers, such as `{ 'retry-after': '1' }`. */
  readonly headers?: HeadersInput | undefined;
  /** Help that AWS does not give; it goes to the log and to the header `x-bedrock-local-hint`, never into the body. */
  readonly hint?: string | undefined;
  /** The name of the member that holds the message: `message` by default; AWS's front end writes it with a capital. */
  readonly messageMember?: 'message' | 'Message' | undefined;
}

/**
 * Thrown (or returned) by a model handler to answer with an error of AWS: before the first event it becomes an HTTP
 * error, after it an exception event of the stream.
 *
 * @example throw new ServiceError('ThrottlingException', 'Too many tokens, please wait.');
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** AWS's name of the error, such as `ThrottlingException`. */
  readonly code: ErrorCode | (string & {});
  /** The HTTP status. */
  readonly status: number;
  /** What else it says, as it was given. */
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

/** The refusal of a request by what is wrong with it: most of them have this type. */
export function validationError(message: string, options?: ServiceErrorOptions): ServiceError {
  return new ServiceError('ValidationException', message, options);
}
