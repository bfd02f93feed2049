import { APICallError } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { invoke } from '../src/invoke.ts';
import { json, refusal, text, wire } from './wire.ts';

const model = 'amazon.titan-embed-text-v2:0';
const body = { inputText: 'a red bicycle' };

async function failureOf(promise: Promise<unknown>): Promise<APICallError> {
  const error = await promise.catch((failure: unknown) => failure);
  if (!APICallError.isInstance(error)) throw new Error('This is no APICallError.', { cause: error });
  return error;
}

describe('a call', () => {
  it('sends JSON and the headers it is given, and gives the JSON with everything about it', async () => {
    const { client, sent } = wire(() => json({ embedding: [1, 2] }));
    const answer = await invoke(client, model, body, { headers: { 'x-trace': '7', 'x-absent': undefined } });
    expect(answer).toMatchObject({ body: { embedding: [1, 2] }, status: 200, requestId: 'request-1' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      url: `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(model)}/invoke`,
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-trace': '7' },
      body,
    });
    expect(sent[0]?.headers).not.toHaveProperty('x-absent');
  });

  it('that is refused rejects with an APICallError, which has the body that was sent', async () => {
    const { client } = wire(() => refusal(400, 'ValidationException', 'Malformed input request'));
    expect(await failureOf(invoke(client, model, body))).toMatchObject({
      message: 'Malformed input request',
      statusCode: 400,
      requestBodyValues: body,
      isRetryable: false,
      data: { code: 'ValidationException', requestId: 'request-1' },
    });
  });

  it.each(['', 'null', '[1]', '"text"', '7', '{"embedding":[NaN]}', '<html></html>'])(
    'that is answered with no JSON object rejects with the text: %s',
    async (answer) => {
      const { client } = wire(() => text(answer));
      expect(await failureOf(invoke(client, model, body))).toMatchObject({
        message: `The answer of the model is no JSON object, but ${
          answer ? 'of type application/json' : 'empty'
        }: check the endpoint.`,
        statusCode: 200,
        requestBodyValues: body,
        responseBody: answer,
        isRetryable: false,
      });
    },
  );

  it('that is answered with JSON that was cut off can be sent again', async () => {
    const { client } = wire(() => text('{"embedding":[0.1,0.'));
    expect(await failureOf(invoke(client, model, body))).toMatchObject({
      message: 'The answer of the model was cut off on the way.',
      statusCode: 200,
      responseBody: '{"embedding":[0.1,0.',
      isRetryable: true,
    });
  });

  it('that is aborted rejects as fetch does', async () => {
    const { client, sent } = wire(() => json({}));
    const call = invoke(client, model, body, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });
});
