// StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes: jobs whose result is written to S3.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
import type {
  AsyncInvokeSummary,
  DeepReadonly,
  GetAsyncInvokeRequest,
  GetAsyncInvokeResponse,
  ListAsyncInvokesRequest,
  ListAsyncInvokesResponse,
  StartAsyncInvokeRequest,
  StartAsyncInvokeResponse,
} from '@bedrock-kit/protocol/client';
import type { CallOptions, Client } from '../client.ts';
import { jsonBody, sendForJson } from '../json-operation.ts';
import type { Result } from '../response.ts';
import { label } from './path.ts';
import { query } from './query.ts';

/**
 * Starts a job that writes its result to S3. Without a `clientRequestToken` one is made, so that a request that is sent twice starts one job.
 *
 * @throws BedrockError, or what `wrapError` makes of it.
 */
export function startAsyncInvoke(
  client: Client,
  request: DeepReadonly<StartAsyncInvokeRequest>,
  options?: CallOptions,
): Promise<Result<StartAsyncInvokeResponse>> {
  return sendForJson(
    client,
    () => ({
      target: '/async-invoke',
      arn: request.modelId,
      ...jsonBody({ ...request, clientRequestToken: request.clientRequestToken ?? newToken() }),
    }),
    options,
    'invocationArn',
  );
}

/** A UUID, or as many random bits on a page without https, which has no `randomUUID`: https://w3c.github.io/webcrypto/#Crypto-method-randomUUID */
function newToken(): string {
  const { randomUUID } = crypto as Partial<Crypto>;
  return randomUUID?.call(crypto) ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** Gets the status of a job. @throws BedrockError, or what `wrapError` makes of it. */
export async function getAsyncInvoke(
  client: Client,
  request: GetAsyncInvokeRequest,
  options?: CallOptions,
): Promise<Result<GetAsyncInvokeResponse>> {
  const result = await sendForJson<GetAsyncInvokeResponse>(
    client,
    () => ({
      method: 'GET',
      target: `/async-invoke/${label(request.invocationArn, 'invocationArn')}`,
      arn: request.invocationArn,
    }),
    options,
    'status',
  );
  liftTimes(result.body);
  return result;
}

/** Lists one page of the account's jobs. @throws BedrockError, or what `wrapError` makes of it. */
export async function listAsyncInvokes(
  client: Client,
  request: ListAsyncInvokesRequest = {},
  options?: CallOptions,
): Promise<Result<ListAsyncInvokesResponse>> {
  const result = await sendForJson<ListAsyncInvokesResponse>(
    client,
    () => ({ method: 'GET', target: `/async-invoke${query({ ...request })}` }),
    options,
    'asyncInvokeSummaries',
    'nextToken',
  );
  for (const summary of result.body.asyncInvokeSummaries ?? []) liftTimes(summary);
  return result;
}

/** Iterates over all pages of the account's jobs; each is requested when it is needed. Throws as `listAsyncInvokes`. */
export async function* asyncInvokePages(
  client: Client,
  // Taken apart here, when the function is called: its body runs only with the first page.
  { nextToken, ...request }: ListAsyncInvokesRequest = {},
  options?: CallOptions,
): AsyncGenerator<Result<ListAsyncInvokesResponse>, void, undefined> {
  do {
    const page = await listAsyncInvokes(client, { ...request, nextToken }, options);
    yield page;
    nextToken = page.body.nextToken;
  } while (nextToken);
}

/** ISO 8601 on the wire, dates in the types. */
function liftTimes(job: Partial<AsyncInvokeSummary>): void {
  for (const name of ['submitTime', 'lastModifiedTime', 'endTime'] as const) {
    const time: unknown = job[name];
    if (typeof time === 'string') job[name] = new Date(time);
  }
}
