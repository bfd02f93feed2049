import { createLocalBedrock } from '@bedrock-kit/local';
import { afterEach, expect, test, vi } from 'vitest';
import { createAmazonBedrock } from '../src/index.ts';
import { type CountTokensOptions, createAmazonBedrock as createForAi5 } from '../src/ai-5.ts';
import { createAmazonBedrock as createForAi6 } from '../src/ai-6.ts';
import { farSide, json, requestId } from './far-side.ts';

const model = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const url = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what is counted is what the call would send, and the model behind the profile is asked', async () => {
  const { fetch, asked } = farSide(() => json({ inputTokens: 42 }));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  const counted = await bedrock.countTokens({
    model,
    prompt: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    ],
    tools: [{ type: 'function', name: 'look', inputSchema: { type: 'object', properties: {} } }],
    maxOutputTokens: 100,
    frequencyPenalty: 1,
  });
  expect(counted).toMatchObject({
    inputTokens: 42,
    warnings: [{ type: 'unsupported', feature: 'frequencyPenalty' }],
    response: { id: requestId, headers: { 'x-amzn-requestid': requestId } },
  });
  expect(asked).toMatchObject([
    {
      url: `${url}anthropic.claude-haiku-4-5-20251001-v1%3A0/count-tokens`,
      body: {
        input: {
          converse: {
            system: [{ text: 'Be brief.' }],
            messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
            toolConfig: { tools: [{ toolSpec: { name: 'look' } }] },
          },
        },
      },
    },
  ]);
});

test('headers of the call are sent, and its signal ends it', async () => {
  const controller = new AbortController();
  const { fetch, asked } = farSide(() => {
    controller.abort(new Error('No longer asked for.'));
    return json({ inputTokens: 42 });
  });
  const { countTokens } = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  const options = { model, prompt: 'Hello', headers: { 'x-team': 'a' }, abortSignal: controller.signal };
  await expect(countTokens(options)).rejects.toThrow('No longer asked for.');
  expect(asked).toMatchObject([{ headers: { 'x-team': 'a' } }]);
});

test('a model object and a text are enough, in every version of the provider', async () => {
  const local = createLocalBedrock();
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  const current = createAmazonBedrock(settings);
  const { inputTokens } = await current.countTokens({ model: current(model), prompt: 'Count to five.' });
  const { usage } = await current(model).doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Count to five.' }] }],
  });
  expect(inputTokens).toBe(usage.inputTokens.total);
  for (const create of [createForAi6, createForAi5]) {
    const earlier = create(settings);
    expect((await earlier.countTokens({ model: earlier(model), prompt: 'Count to five.' })).inputTokens).toBe(
      inputTokens,
    );
  }
});

const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6';
const inRegion = (id: string, region = 'us-east-1') =>
  encodeURIComponent(`arn:aws:bedrock:${region}::foundation-model/${id}`);

test.each([
  [{ baseModelId: 'anthropic.claude-sonnet-4-6' }, inRegion('anthropic.claude-sonnet-4-6')],
  [{ baseModelId: 'us.anthropic.claude-sonnet-4-6' }, inRegion('anthropic.claude-sonnet-4-6')],
  // A family is no model.
  [{ modelFamily: 'anthropic' as const }, encodeURIComponent(arn)],
  [{}, encodeURIComponent(arn)],
])('an ARN that hides its model is counted as what the settings %j say', async (settings, asks) => {
  const { fetch, asked } = farSide(() => json({ inputTokens: 1 }));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  await bedrock.countTokens({ model: arn, prompt: 'Hi', settings });
  expect(asked[0]?.url).toBe(`${url}${asks}/count-tokens`);
});

test('an option of the call tells the model behind an ARN, too', async () => {
  const { fetch, asked } = farSide(() => json({ inputTokens: 1 }));
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  const settings = { baseModelId: 'anthropic.claude-opus-4-6-v1' };
  const options = { baseModelId: 'anthropic.claude-sonnet-4-6' };
  for (const providerOptions of [{ bedrock: options }, { amazonBedrock: options, bedrock: settings }]) {
    await bedrock.countTokens({ model: bedrock(arn, settings), prompt: 'Hi', providerOptions });
  }
  const counted = `${url}${inRegion('anthropic.claude-sonnet-4-6')}/count-tokens`;
  expect(asked.map((call) => call.url)).toEqual([counted, counted]);
});

test.each([undefined, null])(
  'an option that is %s leaves the model that the settings tell',
  async (baseModelId) => {
    const { fetch, asked } = farSide(() => json({ inputTokens: 1 }));
    const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
    const model = bedrock(arn, { baseModelId: 'anthropic.claude-opus-4-6-v1' });
    await bedrock.countTokens({ model, prompt: 'Hi', providerOptions: { bedrock: { baseModelId } } });
    expect(asked[0]?.url).toBe(`${url}${inRegion('anthropic.claude-opus-4-6-v1')}/count-tokens`);
  },
);

test('the prompt of an ARN is counted in the region of the ARN, where the call would go', async () => {
  const { fetch, asked } = farSide(() => json({ inputTokens: 1 }));
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const bedrock = createAmazonBedrock({ apiKey: 'key', fetch });
  const model = 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-6';
  await bedrock.countTokens({ model, prompt: 'Hi' });
  const asks = inRegion('anthropic.claude-sonnet-4-6', 'eu-west-1');
  expect(asked.map((call) => call.url)).toEqual([
    `https://bedrock-runtime.eu-west-1.amazonaws.com/model/${asks}/count-tokens`,
  ]);
});

test('what was said of the model object counts, in every version of the provider, and what the call says wins', async () => {
  const { fetch, asked } = farSide(() => json({ inputTokens: 1 }));
  const settings = { baseModelId: 'anthropic.claude-sonnet-4-6', caching: 'auto' } as const;
  for (const create of [createAmazonBedrock, createForAi6, createForAi5]) {
    const bedrock = create({ region: 'us-east-1', apiKey: 'key', fetch });
    await bedrock.countTokens({ model: bedrock(arn, settings), prompt: 'Hi' });
    await bedrock.countTokens({
      model: bedrock(arn, settings),
      prompt: 'Hi',
      settings: { baseModelId: 'anthropic.claude-opus-4-6-v1' },
    });
  }
  const content = [{ text: 'Hi' }, { cachePoint: { type: 'default' } }];
  const body = { input: { converse: { messages: [{ role: 'user', content }] } } };
  const counted = ['anthropic.claude-sonnet-4-6', 'anthropic.claude-opus-4-6-v1'].map((id) => ({
    url: `${url}${inRegion(id)}/count-tokens`,
    body,
  }));
  expect(asked.map(({ url, body }) => ({ url, body }))).toEqual([...counted, ...counted, ...counted]);
});

test('a refusal is an APICallError', async () => {
  const headers = { 'x-amzn-errortype': 'ValidationException' };
  const { fetch } = farSide(() =>
    json({ message: "The provided model doesn't support counting tokens." }, 400, headers),
  );
  const bedrock = createAmazonBedrock({ region: 'us-east-1', apiKey: 'key', fetch });
  await expect(bedrock.countTokens({ model, prompt: 'Hi' })).rejects.toMatchObject({
    name: 'AI_APICallError',
    statusCode: 400,
    data: { code: 'ValidationException', requestId },
  });
});

test('a call in the words of the AI SDK 6 or 5, as a middleware gets it, counts as it costs', async () => {
  const local = createLocalBedrock();
  const { accessKeyId, secretAccessKey } = local.credentials;
  const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
  const png = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='),
    (char) => char.charCodeAt(0),
  );
  const call = {
    prompt: [
      { role: 'user', content: [{ type: 'file', mediaType: 'image/png', data: png }] },
      { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'bash', input: {} }] },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'a',
            toolName: 'bash',
            output: {
              type: 'content',
              value: [{ type: 'media', data: btoa('%PDF-1.4'), mediaType: 'application/pdf' }],
            },
          },
        ],
      },
    ],
    tools: [{ type: 'provider-defined', id: 'anthropic.bash_20250124', name: 'bash', args: {} }],
  } satisfies Pick<CountTokensOptions, 'prompt' | 'tools'>;
  for (const create of [createForAi6, createForAi5]) {
    const bedrock = create(settings);
    const { inputTokens, warnings } = await bedrock.countTokens({ model: bedrock(model), ...call });
    const { usage } = await createForAi5(settings)(model).doGenerate(call);
    expect({ inputTokens, warnings }).toEqual({ inputTokens: usage.inputTokens, warnings: [] });
    const text = { model, prompt: 'Hello', tools: call.tools };
    expect(await bedrock.countTokens(text)).toMatchObject({ warnings: [] });
  }
});

test.each([
  [undefined, 'modelId is undefined, expected a model id'],
  [{ prompt: 'Hello' }, 'modelId is undefined, expected a model id'],
  [{ model, messages: [] }, 'Invalid prompt: prompt must be a list of messages.'],
  [{ model, prompt: { role: 'user' } }, 'Invalid prompt: prompt must be a list of messages.'],
  [{ model, prompt: [{ role: 'user', content: 'Hello' }] }, 'prompt[0].content must be a list of parts.'],
  [{ model, prompt: [null] }, 'prompt[0]'],
  [{ model, prompt: [{ role: 'user', content: [null] }] }, 'prompt[0].content[0]'],
  [
    { model, prompt: [{ role: 'tool', content: [{ type: 'tool-result', toolCallId: 'a', result: 1 }] }] },
    'prompt[0].content[0]',
  ],
  [
    {
      model,
      prompt: [
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        { role: 'assistant', content: [{ type: 'tool-call', toolCallId: 'a', toolName: 'x', input: {} }] },
        {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              toolCallId: 'a',
              toolName: 'x',
              output: { type: 'content', value: [{ type: 'chart' }] },
            },
          ],
        },
      ],
    },
    'prompt[2].content[0].output.value[0] is a tool result content of the type "chart"',
  ],
])(
  'a call of another form is told what is wrong, in every version of the provider: %j',
  async (options, message) => {
    const { fetch, asked } = farSide(() => json({ inputTokens: 42 }));
    for (const create of [createAmazonBedrock, createForAi6, createForAi5]) {
      const { countTokens } = create({ region: 'us-east-1', apiKey: 'key', fetch });
      // The cast: the types forbid these, and no function of the AI SDK looks at them first.
      const counted = countTokens(options as unknown as never);
      await expect(counted).rejects.toMatchObject({ message: expect.stringContaining(message) as string });
    }
    expect(asked).toEqual([]);
  },
);
