// One InvokeModel call with JSON in and JSON out.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import { APICallError, type JSONObject } from '@ai-sdk/provider';
import { type Client, invokeModel } from '@bedrock-kit/runtime';
import { apiCallError } from './api-call-error.ts';

/** What came back. */
export interface Answer {
  readonly body: Readonly<Record<string, unknown>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  readonly url: string;
}

export interface InvokeOptions {
  readonly signal: AbortSignal | undefined;
  readonly headers: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * Sends `body` to a model and parses what it answers.
 *
 * @throws APICallError, or what the client's `wrapError` makes of a failure
 */
export async function invoke(
  client: Client,
  modelId: string,
  body: JSONObject,
  options: InvokeOptions,
): Promise<Answer> {
  let result: Awaited<ReturnType<typeof invokeModel>>;
  try {
    result = await invokeModel(client, { modelId, body, accept: 'application/json' }, options);
  } catch (error) {
    throw apiCallError(error, body);
  }
  const { headers, requestId, status: statusCode, url } = result;
  const responseBody = new TextDecoder().decode(result.body.body);
  try {
    const parsed: unknown = JSON.parse(responseBody);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      throw new TypeError('not an object');
    // Every JSON object has text for keys.
    return { body: parsed as Readonly<Record<string, unknown>>, headers, requestId, url };
  } catch (cause) {
    throw new APICallError({
      message: 'The answer of the model is no JSON object.',
      url,
      requestBodyValues: body,
      statusCode,
      responseHeaders: { ...headers },
      responseBody,
      cause,
      isRetryable: false,
    });
  }
}
