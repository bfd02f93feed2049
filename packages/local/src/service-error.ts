/**
 * An error as Bedrock answers it, for whatever throws or returns one. `error-reply.ts` sends it.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
import { errorEntry, type ErrorCode } from '@bedrock-kit/protocol';
import type { HeadersInput } from './http/exchange.ts';

const marker = Symbol.for('@bedrock-kit/local.ServiceError');

/** What else an error says. All of it may be left out. */
export interface ServiceErrorOptions {
  /** The HTTP status. By default AWS's status for the code, and 400 for an unknown code. */
  readonly status?: number | undefined;
  /** More members of the body, such as `{ originalStatusCode: 500 }`. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  /** More headers, such as `{ 'retry-after': '1' }`. */
  readonly headers?: HeadersInput | undefined;
  /** Help that AWS does not give. It goes into the log and the header `x-bedrock-local-hint`, never into the body. */
  readonly hint?: string | undefined;
  /** The member that holds the message: `message` by default, or `Message`, as AWS's front ends write it. */
  readonly messageMember?: 'message' | 'Message' | undefined;
}

/**
 * An error of AWS for a handler to throw or return. Before the first event of a stream it becomes an HTTP error, after it an exception
 * event.
 *
 * @example throw new ServiceError('ThrottlingException', 'Too many tokens, please wait.');
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** AWS's name of the error, such as `ThrottlingException`. */
  readonly code: ErrorCode | (string & {});
  /** The HTTP status. */
  readonly status: number;
  /** The options, as they were given. */
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
