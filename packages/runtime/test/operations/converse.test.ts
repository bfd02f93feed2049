import { expect, expectTypeOf, test } from 'vitest';
import {
  bearerAuth,
  BedrockError,
  converse,
  type ConverseResponse,
  createBedrockRuntime,
  createClient,
  type Message,
} from '../../src/index.ts';
import { fakeFetch, json } from '../far-side.ts';

const messages = [{ role: 'user' as const, content: [{ text: 'hi' }] }];
const answer = {
  output: { message: { role: 'assistant', content: [{ text: 'Hello' }] } },
  stopReason: 'end_turn',
  usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
  metrics: { latencyMs: 3 },
};

function client(...responses: Response[]) {
  const { fetch, calls } = fakeFetch(...responses);
  return {
    calls,
    client: createClient({ authorize: bearerAuth('key'), region: 'us-east-1', fetch, environment: {} }),
  };
}

test('sends the request and gives the answer with its headers and request id', async () => {
  const { client: it, calls } = client(json(answer, { headers: { 'x-amzn-requestid': 'r-1', Date: 'now' } }));
  const result = await converse(it, {
    modelId: 'us.amazon.nova-lite-v1:0',
    messages,
    inferenceConfig: { maxTokens: 5 },
  });
  expect(result).toEqual({
    body: answer,
    status: 200,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': 'r-1', date: 'now' },
    requestId: 'r-1',
    url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/us.amazon.nova-lite-v1%3A0/converse',
  });
  expect(calls).toHaveLength(1);
  expect({ ...calls[0], init: { ...calls[0]?.init, body: undefined, signal: undefined } }).toEqual({
    url: result.url,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
      redirect: 'manual',
      body: undefined,
      signal: undefined,
    },
  });
  const { body } = calls[0]?.init ?? {};
  expect(body).toBeInstanceOf(Uint8Array);
  expect(JSON.parse(new TextDecoder().decode(body as Uint8Array<ArrayBuffer>))).toEqual({
    messages,
    inferenceConfig: { maxTokens: 5 },
  });
});

test('takes a request that is readonly throughout, and gives a message that the next one takes', async () => {
  const request = {
    modelId: 'm',
    messages: [{ role: 'user', content: [{ text: 'hi' }] }],
    system: [{ text: 'Be brief.' }, { cachePoint: { type: 'default' } }],
    inferenceConfig: { stopSequences: ['.'] },
    toolConfig: {
      tools: [{ toolSpec: { name: 'a', inputSchema: { json: { type: 'object', required: ['b'] } } } }],
    },
  } as const;
  const { client: it, calls } = client(json(answer), json(answer));
  const { body } = await converse(it, request);
  const history: Message[] = [{ role: 'user', content: [{ text: 'hi' }] }];
  history.push(body.output.message);
  await converse(it, { ...request, messages: history });
  expectTypeOf(body).toEqualTypeOf<ConverseResponse>();
  // @ts-expect-error: a member that Converse does not have
  const wrong: Parameters<typeof converse>[1] = { modelId: 'm', inferenceConfig: { topK: 1 } };
  expect([calls.length, history, wrong.modelId]).toEqual([2, [...messages, answer.output.message], 'm']);
});

test('takes the region from the ARN of the model', async () => {
  const modelId = 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0';
  const { fetch } = fakeFetch(json(answer));
  const it = createClient({ authorize: bearerAuth('k'), fetch, environment: { AWS_REGION: 'us-east-1' } });
  expect((await converse(it, { modelId, messages })).url).toBe(
    'https://bedrock-runtime.eu-west-1.amazonaws.com/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.amazon.nova-lite-v1%3A0/converse',
  );
});

test('gives bytes of the answer as { base64 }', async () => {
  const content = [
    { image: { format: 'png', source: { bytes: 'YQ==' } } },
    { reasoningContent: { redactedContent: 'Yg==' } },
    { toolUse: { toolUseId: 't', name: 'n', input: { bytes: 'c' } } },
  ];
  const { client: it } = client(json({ ...answer, output: { message: { role: 'assistant', content } } }));
  expect((await converse(it, { modelId: 'm', messages })).body.output).toEqual({
    message: {
      role: 'assistant',
      content: [
        { image: { format: 'png', source: { bytes: { base64: 'YQ==' } } } },
        { reasoningContent: { redactedContent: { base64: 'Yg==' } } },
        { toolUse: { toolUseId: 't', name: 'n', input: { bytes: 'c' } } },
      ],
    },
  });
});

test('does not lose an answer over a member that is missing or new', async () => {
  const { client: it } = client(json({ output: {}, novelty: [1] }));
  expect((await converse(it, { modelId: 'm', messages })).body).toEqual({ output: {}, novelty: [1] });
});

test('does not take an answer that names its type for an error', async () => {
  const named = { __type: 'com.amazonaws.bedrockruntime#ConverseResponse', ...answer };
  const { client: it } = client(json(named));
  expect((await converse(it, { modelId: 'm', messages })).body).toEqual(named);
});

test.each([
  [
    json({ Output: { __type: 'a#UnknownOperationException' }, Version: '1.0' }),
    { code: 'UnknownOperationException' },
  ],
  [
    json({ __type: 'a#ThrottlingException', message: 'Slow' }),
    { code: 'ThrottlingException', message: 'Slow', isRetryable: true },
  ],
  [json({ __type: 'a#ThrottlingException' }), { code: 'ThrottlingException', isRetryable: true }],
  // As gateways have it that forget the status.
  [
    json({ error: { message: 'No credits are left.' } }),
    { code: 'UnknownError', message: 'No credits are left.', isRetryable: false },
  ],
  [
    json({ message: 'Blocked.' }),
    { code: 'UnknownError', message: 'Blocked.', responseBody: '{"message":"Blocked."}' },
  ],
  // Without a mapping of errors, API Gateway answers so for a function that failed:
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html
  [
    json({ errorMessage: 'Task timed out after 3.00 seconds', errorType: 'Sandbox.Timedout' }),
    { code: 'UnknownError', message: 'Task timed out after 3.00 seconds' },
  ],
  // Answers of other APIs, and that of a function whose body was not taken out.
  ...[
    { object: 'chat.completion', choices: [{ message: { role: 'assistant', content: 'Hi.' } }], usage: {} },
    { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hi.' }], usage: {} },
    { statusCode: 200, body: '{"output":{}}' },
  ].map((body): [Response, object] => [
    json(body),
    {
      code: 'UnexpectedResponse',
      responseBody: JSON.stringify(body),
      message:
        'The server answered with status 200 and a body of type application/json, where JSON with the member output was expected: check the endpoint, see responseBody.',
    },
  ]),
  [
    new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    {
      code: 'UnexpectedResponse',
      statusCode: 200,
      responseBody: '<html>',
      isRetryable: false,
      message:
        'The server answered with status 200 and a body of type text/html, where JSON was expected: check the endpoint, see responseBody.',
    },
  ],
  [
    new Response('<html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
    {
      message:
        'The server answered with status 200 and a body of type text/html, titled "Sign in", where JSON was expected: check the endpoint, see responseBody.',
    },
  ],
  [
    json({ message: 'No quota.', trace: 'x'.repeat(65_536) }),
    { message: 'No quota.', responseBody: `{"message":"No quota.","trace":"`.padEnd(65_536, 'x') },
  ],
  // As a gateway has answered: https://github.com/BerriAI/litellm/issues/40131
  [
    new Response(''),
    {
      code: 'UnexpectedResponse',
      responseBody: '',
      isRetryable: false,
      message:
        'The server answered with status 200 and an empty body, where JSON was expected: check the endpoint, see responseBody.',
    },
  ],
  // A body whose end is that of the connection, or of a stream of HTTP/2 that was reset with CANCEL, comes as if it were whole.
  [
    new Response('{"output":{"message":{"role":"assi'),
    {
      code: 'UnexpectedResponse',
      statusCode: 200,
      isRetryable: true,
      responseBody: '{"output":{"message":{"role":"assi',
      message: 'The server answered with status 200 and JSON that was cut off on the way, see responseBody.',
    },
  ],
  [new Response('{"output":NaN}\n'), { code: 'UnexpectedResponse', isRetryable: false }],
  [json('text'), { code: 'UnexpectedResponse', responseBody: '"text"' }],
])('refuses a success that is none: %#', async (response, error) => {
  await expect(converse(client(response).client, { modelId: 'm', messages })).rejects.toMatchObject(error);
});

test.each([
  ['', 'modelId: expected an id, found ""'],
  ['..', 'modelId: expected an id, found ".."'],
  ['\ud800', 'modelId: expected whole characters, found half of a surrogate pair'],
])('refuses the model id %j before anything is sent', async (modelId, message) => {
  const { client: it, calls } = client();
  await expect(converse(it, { modelId, messages })).rejects.toMatchObject({
    code: 'InvalidRequest',
    message,
  });
  expect(calls).toEqual([]);
});

test.each([[{}], [{ stopReason: 'end_turn' }], [{ output: {}, message: 'a member of tomorrow' }]])(
  'loses no answer over a member that is missing or new: %j',
  async (body) => {
    const { client: it } = client(json(body));
    await expect(converse(it, { modelId: 'm', messages })).resolves.toMatchObject({ status: 200, body });
  },
);

test('every error passes through wrapError, also those from before the request', async () => {
  const wrapError = (error: BedrockError) => new Error(`wrapped ${error.code}`);
  const { fetch } = fakeFetch(json({}, { status: 400 }), new Response('<html>'));
  const it = createClient({ authorize: bearerAuth('k'), region: 'us-east-1', fetch, wrapError });
  await expect(converse(it, { modelId: '', messages })).rejects.toThrow('wrapped InvalidRequest');
  await expect(converse(it, { modelId: 'm', messages })).rejects.toThrow('wrapped UnknownError');
  await expect(converse(it, { modelId: 'm', messages })).rejects.toThrow('wrapped UnexpectedResponse');
});

test('createBedrockRuntime has it as a method', async () => {
  const { fetch } = fakeFetch(json(answer));
  const runtime = createBedrockRuntime({ apiKey: 'k', region: 'us-east-1', fetch });
  expect((await runtime.converse({ modelId: 'm', messages })).body).toEqual(answer);
});
