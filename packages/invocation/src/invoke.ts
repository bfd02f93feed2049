// One InvokeModel call with JSON in and JSON out.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import { APICallError, type JSONObject } from '@ai-sdk/provider';
import { type Client, invokeModelBytes, type Result } from '@bedrock-kit/runtime/core';
import { apiCallError } from './api-call-error.ts';

/** A model's answer: its JSON as `body`, with status, headers, request id and URL. */
export type Answer = Result<Readonly<Record<string, unknown>>>;

/** Options of a call, as the AI SDK passes them. */
export interface InvokeOptions {
  /** Ends the call when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Headers of this request. They win over those of the client. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
}

const json = 'application/json';

/**
 * Sends `body` to a model as JSON and parses its answer.
 *
 * @param modelId an id, an inference profile or an ARN
 * @throws APICallError, also for an answer that is not a JSON object; LoadSettingError or LoadAPIKeyError, as
 *   `apiCallError` makes them; the abort's error; or what the client's `wrapError` makes of a failure
 */
export async function invoke(
  client: Client,
  modelId: string,
  body: JSONObject,
  options: InvokeOptions = {},
): Promise<Answer> {
  const request = () => ({
    modelId,
    headers: { 'content-type': json, accept: json },
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  const result = await invokeModelBytes(client, request, options).catch((error: unknown) => {
    throw apiCallError(error, body);
  });
  const responseBody = new TextDecoder().decode(result.body.body);
  const answer = parsed(responseBody);
  if (answer) return { ...result, body: answer };
  // A body that is cut off does not always fail: where HTTP does not say how long it is, no transport can tell. The runtime looks at its
  // own answers in the same way.
  const text = responseBody.trim();
  const isCut = text.startsWith('{') && !text.endsWith('}');
  // Most often a page of a proxy or of a login.
  const found = text ? `of type ${result.headers['content-type'] ?? 'unknown'}` : 'empty';
  throw new APICallError({
    message: isCut
      ? 'The answer of the model was cut off on the way.'
      : `The answer of the model is no JSON object, but ${found}: check the endpoint.`,
    url: result.url,
    requestBodyValues: body,
    statusCode: result.status,
    responseHeaders: { ...result.headers },
    responseBody,
    isRetryable: isCut,
  });
}

function parsed(text: string): Answer['body'] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // Every JSON object has text for keys.
    if (typeof value === 'object' && value && !Array.isArray(value)) return value as Answer['body'];
  } catch {
    // The caller reports it, with the text that is no JSON.
  }
  return undefined;
}
