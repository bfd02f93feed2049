import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { createLocalBedrock } from '@bedrock-kit/local';
import { describe, expect, test } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { event, eventStream, exception, farSide, json } from './far-side.ts';

const modelId = 'us.amazon.nova-micro-v1:0';
const settings = { region: 'us-east-1', apiKey: 'key' };
const sentence =
  "This model doesn't support the image content block that you provided. Update the content block and try again.";
/** A model for text alone, and a picture. */
const call: LanguageModelV4CallOptions = {
  prompt: [
    { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    {
      role: 'user',
      content: [{ type: 'file', mediaType: 'image/png', data: { type: 'data', data: 'AAEC' } }],
    },
  ],
};
const withPreflight = (preflight: string): LanguageModelV4CallOptions => ({
  ...call,
  providerOptions: { bedrock: { preflight } },
});
const refusal = (message: string) => () =>
  json({ message }, 400, { 'x-amzn-errortype': 'ValidationException' });
const reason = (promise: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(promise).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

describe('a request that Bedrock refuses', () => {
  test('is told with the place in the prompt, by a whole answer and by a stream', async () => {
    const local = createLocalBedrock();
    const { accessKeyId, secretAccessKey } = local.credentials;
    const model = createAmazonBedrock({
      region: local.region,
      accessKeyId,
      secretAccessKey,
      fetch: local.fetch,
    })(modelId);
    for (const way of [() => model.doGenerate(call), () => model.doStream(call)]) {
      const hint = 'at prompt[1].content[0], rule image-supported';
      expect(await reason(way())).toMatchObject({
        name: 'AI_APICallError',
        message: `${sentence} (${hint})`,
        statusCode: 400,
        isRetryable: false,
        requestBodyValues: { modelId },
        data: { code: 'ValidationException', hint, requestId: expect.any(String) as unknown },
      });
    }
  });

  test('for the id of a gateway in place of a model is told what ids are like', async () => {
    const { fetch, credentials } = createLocalBedrock();
    const provider = createAmazonBedrock({ region: 'us-east-1', apiKey: credentials.apiKey, fetch });
    const hint =
      'There is no such model in this region: check the id letter by letter, that the model is offered in the region of the endpoint, and that the prefix of an inference profile (us., eu., ...) fits the region.';
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    ];
    expect(await reason(provider('anthropic/claude-sonnet-5.5').doGenerate({ prompt }))).toMatchObject({
      message: expect.stringContaining(`at 'modelId' failed to satisfy constraint`) as unknown,
      data: { code: 'ValidationException', hint, requestId: expect.any(String) as unknown },
    });
  });

  test('in words that say nothing of it gets the words of the rule too', async () => {
    const { fetch } = farSide(refusal('Malformed input request, please reformat your input and try again.'));
    const error = await reason(createAmazonBedrock({ ...settings, fetch })(modelId).doGenerate(call));
    expect(error).toMatchObject({
      message: `Malformed input request, please reformat your input and try again. (prompt[1].content[0]: ${sentence} (rule image-supported))`,
    });
  });

  test('against no rule that is known keeps the advice for its words', async () => {
    const { fetch } = farSide(refusal('The provided model identifier is invalid.'));
    const plain = { prompt: call.prompt.slice(0, 1) };
    const error = await reason(createAmazonBedrock({ ...settings, fetch })(modelId).doGenerate(plain));
    expect(error).toMatchObject({
      data: { code: 'ValidationException', hint: expect.not.stringContaining('rule') as unknown },
    });
  });

  test('in the middle of a stream is told in the same way', async () => {
    const { fetch } = farSide(() =>
      eventStream([
        event('messageStart', { role: 'assistant' }),
        exception('validationException', { message: 'No.' }),
      ]),
    );
    const { stream } = await createAmazonBedrock({ ...settings, fetch })(modelId).doStream(call);
    const parts: LanguageModelV4StreamPart[] = [];
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
    expect(parts.filter(({ type }) => type === 'error')).toMatchObject([
      {
        error: {
          message: `No. (prompt[1].content[0]: ${sentence} (rule image-supported))`,
          statusCode: 400,
        },
      },
    ]);
    expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'error' } });
  });

  test('by CountTokens is told in the same way, with what was sent', async () => {
    const { fetch } = farSide(refusal('No.'));
    const bedrock = createAmazonBedrock({ ...settings, fetch });
    const error = await reason(bedrock.countTokens({ model: modelId, ...call }));
    expect(error).toMatchObject({
      message: `No. (prompt[1].content[0]: ${sentence} (rule image-supported))`,
      requestBodyValues: { input: { converse: {} } },
    });
  });
});

describe('the option preflight', () => {
  test('lets Bedrock judge by default', async () => {
    const { fetch, asked } = farSide(refusal('No.'));
    const model = createAmazonBedrock({ ...settings, fetch })(modelId);
    await reason(model.doGenerate(call));
    await reason(model.doGenerate(withPreflight('repair')));
    expect(asked).toHaveLength(2);
  });

  test.each(['doGenerate', 'doStream'] as const)(
    'throw: %s is refused before anything is sent',
    async (way) => {
      const { fetch, asked } = farSide(refusal('No.'));
      const model = createAmazonBedrock({ ...settings, fetch })(modelId);
      expect(await reason(model[way](withPreflight('throw')))).toMatchObject({
        name: 'AI_InvalidPromptError',
        message: `Invalid prompt: Bedrock would refuse this request. prompt[1].content[0]: ${sentence} (rule image-supported) With the option preflight: 'warn' it is sent.`,
      });
      expect(asked).toEqual([]);
    },
  );

  test('warn: what may be refused is sent, with a warning', async () => {
    const { fetch, asked } = farSide(() =>
      json({
        output: { message: { role: 'assistant', content: [{ text: 'Hi.' }] } },
        stopReason: 'end_turn',
        usage: { inputTokens: 1, outputTokens: 1, totalTokens: 2 },
        metrics: { latencyMs: 1 },
      }),
    );
    const model = createAmazonBedrock({ ...settings, fetch })(modelId);
    const { warnings } = await model.doGenerate(withPreflight('warn'));
    expect(warnings).toEqual([
      {
        type: 'other',
        message: `Bedrock will probably refuse this request: prompt[1].content[0]: ${sentence} (rule image-supported)`,
      },
    ]);
    expect(asked).toHaveLength(1);
  });
});
