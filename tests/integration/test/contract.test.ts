// One suite for every major of the AI SDK that the provider serves: the same calls, against the same Bedrock.
import { createHash } from 'node:crypto';
import { createLocalBedrock, type LocalBedrock, type ModelHandler, scripted } from '@bedrock-kit/local';
import { createAmazonBedrock as createForAi5 } from '@bedrock-kit/provider/ai-5';
import { beforeAll, describe, expect, test } from 'vitest';
import { object, string } from 'zod/v4';
import { majors, png, pngBase64 } from './majors.ts';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

beforeAll(() => {
  // Warnings are looked at in the results.
  (globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;
});

describe.each(majors)('%s', (_, major) => {
  const { ai } = major;

  function bedrockWith(handler?: ModelHandler, options: Parameters<typeof createLocalBedrock>[0] = {}) {
    const local = createLocalBedrock({ ...options, ...(handler && { models: { [modelId]: handler } }) });
    const { accessKeyId, secretAccessKey } = local.credentials;
    const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
    return { local, provider: major.create(settings) };
  }

  test('generateText gives text, usage, finish reason, and the headers of the response', async () => {
    const { provider } = bedrockWith();
    const result = await ai.generateText({ model: provider(modelId), prompt: 'Count to five.' });
    expect(result.text).toBe('1 2 3 4 5');
    expect(result.finishReason).toBe('stop');
    expect(result.usage.inputTokens).toBeGreaterThan(0);
    expect(result.usage.outputTokens).toBeGreaterThan(0);
    expect(result.response.modelId).toBe(modelId);
    expect(result.response.headers?.['x-amzn-requestid']).toBe(result.response.id);
  });

  test('streamText gives text in deltas, the finish reason, and the headers of the response', async () => {
    const { provider } = bedrockWith();
    const result = ai.streamText({ model: provider(modelId), prompt: 'Count to five.' });
    const deltas = await collect(result.textStream);
    expect(deltas.join('')).toBe('1 2 3 4 5');
    expect(deltas.length).toBeGreaterThan(1);
    expect(await result.finishReason).toBe('stop');
    const { id, headers } = await result.response;
    expect(headers?.['x-amzn-requestid']).toBe(id);
  });

  test.each(['whole', 'streamed'])(
    'a tool loop, %s: the image that a tool made reaches the model',
    async (way) => {
      const model = scripted([
        {
          answer: {
            content: [{ toolUse: { toolUseId: 'tooluse_1', name: 'screenshot', input: { of: 'home' } } }],
          },
        },
        { answer: 'A white pixel.' },
      ]);
      const { local, provider } = bedrockWith(model);
      const options = {
        model: provider(modelId),
        tools: {
          screenshot: ai.tool({
            description: 'Takes a picture of the screen',
            inputSchema: object({ of: string() }),
            execute: () => 'taken',
            toModelOutput: () => ({ type: 'content', value: [major.imageResult] }),
          }),
        },
        stopWhen: ({ steps }: { steps: unknown[] }) => steps.length === 5,
        prompt: 'What do you see?',
      };
      const text =
        way === 'whole'
          ? (await ai.generateText(options)).text
          : (await collect(ai.streamText(options).textStream)).join('');
      model.verify();
      expect(text).toBe('A white pixel.');
      expect(messagesOf(local).at(-1)).toEqual({
        role: 'user',
        content: [
          {
            toolResult: {
              toolUseId: 'tooluse_1',
              content: [{ image: { format: 'png', source: { bytes: png } } }],
            },
          },
        ],
      });
    },
  );

  test('files arrive as they are: a PDF as bytes, an image as base64', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n%%EOF');
    const { local, provider } = bedrockWith();
    const { text } = await ai.generateText({
      model: provider(modelId),
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'What is in this document?' },
            { type: 'file', data: pdf, mediaType: 'application/pdf', filename: 'report.pdf' },
            { type: 'file', data: pngBase64, mediaType: 'image/png' },
          ],
        },
      ],
    });
    expect(text).toContain(createHash('sha256').update(pdf).digest('hex'));
    expect(messagesOf(local)).toEqual([
      {
        role: 'user',
        content: [
          { text: 'What is in this document?' },
          { document: { format: 'pdf', name: 'report', source: { bytes: pdf } } },
          { image: { format: 'png', source: { bytes: png } } },
        ],
      },
    ]);
  });

  test.each(['whole', 'streamed'])('a file that the model makes comes out, %s', async (way) => {
    const { provider } = bedrockWith(() => ({
      content: [{ text: 'Here.' }, { image: { format: 'png', source: { bytes: png } } }],
    }));
    const options = { model: provider(modelId), prompt: 'Draw a pixel.' };
    const { files } =
      way === 'whole' ? await ai.generateText(options) : { files: await ai.streamText(options).files };
    expect(files.map(({ mediaType, uint8Array }) => [mediaType, Array.from(uint8Array)])).toEqual([
      ['image/png', Array.from(png)],
    ]);
  });

  test('structured output fits the schema, asked for as an object and as output', async () => {
    const { provider } = bedrockWith();
    const schema = object({ city: string() });
    const whole = await ai.generateObject({ model: provider(modelId), schema, prompt: 'A city.' });
    expect(schema.safeParse(whole.object).success).toBe(true);
    const result = await ai.generateText({
      model: provider(modelId),
      [major.outputOption]: ai.Output.object({ schema }),
      prompt: 'A city.',
    });
    expect(result.finishReason).toBe('stop');
    expect(schema.safeParse(JSON.parse(result.text)).success).toBe(true);
  });

  test('embed and embedMany', async () => {
    const { provider } = bedrockWith();
    const model = provider.embedding('amazon.titan-embed-text-v2:0', { dimensions: 256 });
    const { embedding, usage } = await ai.embed({ model, value: 'sunny day' });
    expect(embedding.length).toBe(256);
    expect(usage.tokens).toBeGreaterThan(0);
    const { embeddings } = await ai.embedMany({ model, values: ['sunny day', 'rainy night', 'snow'] });
    expect(embeddings[0]).toEqual(embedding);
    expect(embeddings.map((vector) => vector.length)).toEqual([256, 256, 256]);
  });

  test('generateImage splits what is more than one call may ask for', async () => {
    const { local, provider } = bedrockWith(undefined, { availability: 'ignore' });
    const { images } = await major.generateImage({
      model: provider.image('amazon.nova-canvas-v1:0', { maxImagesPerCall: 1 }),
      prompt: 'A salamander at dusk',
      n: 2,
      size: '512x512',
      seed: 42,
    });
    expect(images.length).toBe(2);
    expect(local.requests.length).toBe(2);
    for (const { uint8Array } of images) expect(Array.from(uint8Array.subarray(1, 4))).toEqual([80, 78, 71]);
  });

  test('rerank puts the fitting document first; AI SDK 5 has none, and its provider neither', async () => {
    const { provider } = bedrockWith();
    if (major.rerank === undefined || !('reranking' in provider)) {
      expect([major.create, 'reranking' in provider, 'rerank' in ai]).toEqual([createForAi5, false, false]);
      return;
    }
    const { ranking } = await major.rerank({
      model: provider.reranking('cohere.rerank-v3-5:0'),
      query: 'rain in Lisbon',
      documents: ['the price of tea', 'rain in Lisbon today', 'football'],
      topN: 2,
    });
    expect(ranking[0]?.originalIndex).toBe(1);
    expect(ranking.length).toBe(2);
  });

  test('registry, custom provider and middleware hand the calls on', async () => {
    const { provider } = bedrockWith();
    const registry = ai.createProviderRegistry({ bedrock: provider });
    const custom = ai.customProvider({ languageModels: { fast: provider(modelId) } });
    const wrapped = ai.wrapLanguageModel({ model: provider(modelId), middleware: [] });
    for (const model of [
      registry.languageModel(`bedrock:${modelId}`),
      custom.languageModel('fast'),
      wrapped,
    ]) {
      const { text } = await ai.generateText({ model, prompt: 'Count to five.' });
      expect(text).toBe('1 2 3 4 5');
    }
    const models = registry as unknown as Record<string, (id: string) => { modelId: string }>; // named by the table above
    expect(models[major.embeddingMethod]?.('bedrock:cohere.embed-english-v3').modelId).toBe(
      'cohere.embed-english-v3',
    );
  });

  test('a setting that Bedrock does not have becomes a warning in the words of this major', async () => {
    const { provider } = bedrockWith();
    const { warnings } = await ai.generateText({
      model: provider(modelId),
      prompt: 'Hi',
      frequencyPenalty: 0.5,
    });
    expect(warnings).toMatchObject([major.unsupported]);
  });

  test('a refusal is an APICallError that this major knows, retryable where it is', async () => {
    const { provider } = bedrockWith(undefined, { faults: [{ kind: 'throttle' }] });
    const error = await ai
      .generateText({ model: provider(modelId), prompt: 'Hi', maxRetries: 0 })
      .then(undefined, (reason: unknown) => reason);
    expect(ai.APICallError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      statusCode: 429,
      isRetryable: true,
      data: { code: 'ThrottlingException' },
    });
  });

  test('a stream that fails in the middle keeps its text, reports one error, and finishes as error', async () => {
    const { provider } = bedrockWith(undefined, { faults: [{ kind: 'exception', after: 2 }] });
    const errors: unknown[] = [];
    const result = ai.streamText({
      model: provider(modelId),
      prompt: 'Count to five.',
      maxRetries: 0,
      onError: ({ error }: { error: unknown }) => errors.push(error),
    });
    const text = (await collect(result.textStream)).join('');
    expect('1 2 3 4 5'.startsWith(text)).toBe(true);
    expect(text).not.toBe('');
    expect(errors.length).toBe(1);
    expect(ai.APICallError.isInstance(errors[0])).toBe(true);
    expect(await result.finishReason).toBe('error');
  });
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function messagesOf(local: LocalBedrock): unknown[] {
  return (local.requests.at(-1)?.input as { messages: unknown[] }).messages; // the input of Converse has messages
}
