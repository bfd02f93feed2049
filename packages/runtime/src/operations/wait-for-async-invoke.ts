// Waits for the end of a job that StartAsyncInvoke began.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html
import type { GetAsyncInvokeRequest, GetAsyncInvokeResponse } from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { BedrockError } from '../errors.ts';
import { wrongOption } from '../option-values.ts';
import { pause } from '../pause.ts';
import type { Result } from '../response.ts';
import { getAsyncInvoke } from './async-invoke.ts';

/** How often to ask for the status, and the options of each call. */
export interface WaitOptions extends CallOptions {
  /** The wait before the second request, in milliseconds. Each further wait is half as long again. Default 2000. */
  readonly minDelayMs?: number | undefined;
  /** The longest wait between two requests, in milliseconds. Default 30000, because a video takes minutes. */
  readonly maxDelayMs?: number | undefined;
  /** Called with the job in every answer, the last one included. */
  readonly onProgress?: ((job: GetAsyncInvokeResponse) => void) | undefined;
}

/** How many questions in a row may fail for reasons that pass, such as throttling. */
const maxFailures = 5;

/**
 * Asks for the status of a job until it is completed.
 *
 * @throws BedrockError `AsyncInvokeFailed` if the job ends in any other way, with AWS's reason; `Aborted` if `signal` is aborted, which ends
 *   the waiting but not the job; `InvalidRequest` for a wait that is not a number from 0 on.
 */
export async function waitForAsyncInvoke(
  client: Client,
  request: GetAsyncInvokeRequest,
  options: WaitOptions = {},
): Promise<Result<GetAsyncInvokeResponse>> {
  const { minDelayMs = 2000, maxDelayMs = 30_000, onProgress, signal } = options;
  const asked = { ...request }; // it may name another job by the time of the next question
  let failures = 0;
  /** Rejects as a call does: what `build` throws gets a hint and goes through `wrapError`, as every error of the client. */
  const reject = (error: BedrockError): Promise<unknown> =>
    client.exchange(() => {
      throw error;
    });
  // NaN would be no wait at all, for as long as the job takes.
  if (!(minDelayMs >= 0 && maxDelayMs >= 0))
    await reject(
      wrongOption('minDelayMs and maxDelayMs', 'numbers from 0 on', `${minDelayMs} and ${maxDelayMs}`),
    );
  for (let delay = minDelayMs; ; delay = Math.min(maxDelayMs, delay * 1.5)) {
    let wait = delay;
    try {
      // An abort while waiting is answered by the next call.
      const result = await getAsyncInvoke(client, asked, options);
      failures = 0;
      onProgress?.(result.body);
      const { status, endTime } = result.body;
      if (status === 'Completed') return result;
      // A status that is new may be that of a job that goes on, or of one that has ended in another way.
      if (status === 'Failed' || (endTime && status !== 'InProgress')) await reject(failed(result));
    } catch (error) {
      if (++failures > maxFailures || !isRetryable(error)) throw error;
      wait = Math.max(delay, error.retryAfterMs ?? 0);
    }
    await pause(wait, signal);
  }
}

function failed({ body, requestId, url }: Result<GetAsyncInvokeResponse>): BedrockError {
  return new BedrockError({
    code: 'AsyncInvokeFailed',
    message: body.failureMessage ?? `The job ${body.invocationArn} ended as ${body.status}.`,
    details: { invocationArn: body.invocationArn, modelArn: body.modelArn },
    requestId,
    url,
  });
}

// Also of the error that wrapError made of ours.
function isRetryable(error: unknown): error is Pick<BedrockError, 'retryAfterMs'> {
  return (Object(error) as Partial<BedrockError>).isRetryable === true;
}
