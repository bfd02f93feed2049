// Errors that come inside a stream, in the form that the AI SDK reads status and retryability from.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html

import { errorNamed, isRetryable } from '@bedrock-kit/protocol/client';
import { numberOf, recordOf, stringOf, withoutUndefined } from '../record.ts';
import type { ReceivedEvent } from './received.ts';

/** Plain data: the AI SDK makes its own error class of it and asks `isRetryable` and `statusCode`. */
export interface StreamError {
  readonly message: string;
  /** `ThrottlingException`, …, or `IncompleteStream`. */
  readonly code: string;
  /** The status that Bedrock has for an error of this code before a stream begins; none for `IncompleteStream` and codes that are new. */
  readonly statusCode?: number;
  /** Whether the same request may succeed when it is sent again. */
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
    const original = numberOf(members['originalStatusCode']);
    return {
      code,
      message: stringOf(members['message']) ?? stringOf(members['Message']) ?? code,
      ...withoutUndefined({ statusCode }),
      isRetryable: isRetryable(code, { status: statusCode, originalStatusCode: original }),
    };
  }
  return undefined;
}
