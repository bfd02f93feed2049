// Errors that come inside a stream, in the form that the AI SDK reads status and retryability from.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html

import { errorNamed, isRetryable } from '@bedrock-kit/protocol/client';
import { numberOf, recordOf, stringOf, withoutUndefined } from '../record.ts';
import type { ReceivedEvent } from './received.ts';

/** The `error` of an error part, as plain data, of which the AI SDK makes its own error. It reads `isRetryable` and `statusCode`. */
export interface StreamError {
  readonly message: string;
  /** AWS's name of the exception, such as `ThrottlingException`, or `IncompleteStream`. */
  readonly code: string;
  /** The HTTP status of such an error before a stream begins. Missing for `IncompleteStream` and unknown codes. */
  readonly statusCode?: number;
  /** Whether the same request may succeed if it is sent again. */
  readonly isRetryable: boolean;
}

/** The stream ended before `messageStop`: what came is not the whole answer. */
export const BROKEN_OFF: StreamError = {
  code: 'IncompleteStream',
  message: 'The stream ended before messageStop, so the answer is incomplete: send the request again.',
  isRetryable: true,
};

/** An exception as a member of the event, as AWS's own client gives them, whatever its name and case. */
export function exceptionOf(event: ReceivedEvent): StreamError | undefined {
  for (const [name, value] of Object.entries(event)) {
    if (!/(?:Exception|Error)$/i.test(name) || value === undefined) continue;
    const members = recordOf(value);
    const code = name.charAt(0).toUpperCase() + name.slice(1);
    const [, statusCode] = errorNamed(name);
    return {
      code,
      message: stringOf(members['message']) ?? stringOf(members['Message']) ?? code,
      ...withoutUndefined({ statusCode }),
      isRetryable: isRetryable(code, { originalStatusCode: numberOf(members['originalStatusCode']) }),
    };
  }
  return undefined;
}
