// Programs of the time of the AI SDK 4 whose words core itself has changed since: as they were written where a major still takes
// them, and what it says where not. docs/migrating.md has a row for each.
import { readFileSync } from 'node:fs';
import { createLocalBedrock } from '@bedrock-kit/local';
import { createAmazonBedrock as createForAi7 } from '@bedrock-kit/provider';
import { createAmazonBedrock as createForAi5 } from '@bedrock-kit/provider/ai-5';
import { createAmazonBedrock as createForAi6 } from '@bedrock-kit/provider/ai-6';
import * as ai7 from 'ai';
import * as ai5 from 'ai-5';
import * as ai6 from 'ai-6';
import { beforeAll, describe, expect, test } from 'vitest';

const modelId = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const local = createLocalBedrock({ availability: 'ignore' });
const { accessKeyId, secretAccessKey } = local.credentials;
const settings = { region: local.region, accessKeyId, secretAccessKey, fetch: local.fetch };
const pdf = new TextEncoder().encode('%PDF-1.4\n%%EOF');

beforeAll(() => {
  (globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;
});

describe('experimental_generateImage', () => {
  test('runs as written with /ai-5', async () => {
    const bedrock = createForAi5(settings);
    const { image } = await ai5.experimental_generateImage({
      model: bedrock.imageModel('amazon.nova-canvas-v1:0'),
      prompt: 'A salamander at dusk in a forest pond, surrounded by fireflies.',
      size: '512x512',
      seed: 42,
      providerOptions: { bedrock: { quality: 'premium' } },
    });
    expect(image.mediaType).toBe('image/png');
  });

  test('runs as written with /ai-6', async () => {
    const bedrock = createForAi6(settings);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- that the old name still runs is what is shown here
    const { image } = await ai6.experimental_generateImage({
      model: bedrock.imageModel('amazon.nova-canvas-v1:0'),
      prompt: 'A salamander',
      size: '512x512',
    });
    expect(image.mediaType).toBe('image/png');
  });

  test('is gone in ai 7: generateImage', () => {
    expect('experimental_generateImage' in ai7).toBe(false);
    expect(typeof ai7.generateImage).toBe('function');
  });
});

describe('a system message among the messages, with a cache point', () => {
  const messages = [
    {
      role: 'system' as const,
      content: 'You know these facts.\n'.repeat(2000),
      providerOptions: { bedrock: { cachePoint: { type: 'default' } } },
    },
    { role: 'user' as const, content: 'Count to five.' },
  ];

  test('runs as written with /ai-5 and /ai-6, and the cache is written', async () => {
    const five = await ai5.generateText({ model: createForAi5(settings)(modelId), messages });
    const six = await ai6.generateText({ model: createForAi6(settings)(modelId), messages });
    expect([five.text, six.text]).toEqual(['1 2 3 4 5', '1 2 3 4 5']);
    for (const request of local.requests.slice(-2)) {
      expect((request.input as { system: object[] }).system[1]).toEqual({ cachePoint: { type: 'default' } });
    }
  });

  test('ai 7 wants to be told that it is allowed', async () => {
    const model = createForAi7(settings)(modelId);
    await expect(ai7.generateText({ model, messages })).rejects.toThrow(/instructions/);
    const { text } = await ai7.generateText({ model, messages, allowSystemInMessages: true });
    expect(text).toBe('1 2 3 4 5');
  });
});

describe('a file part with mimeType', () => {
  const content = (name: 'mimeType' | 'mediaType') => [
    { type: 'text', text: 'What is in this document?' },
    { type: 'file', data: pdf, [name]: 'application/pdf' },
  ];
  const majors = [
    ['ai 7', ai7.generateText, createForAi7(settings)(modelId)],
    ['ai 6', ai6.generateText, createForAi6(settings)(modelId)],
    ['ai 5', ai5.generateText, createForAi5(settings)(modelId)],
  ] as const;

  test.each(majors)(
    'is refused by the core of %s, before the provider sees it; mediaType is what it is called now',
    async (_, generate, model) => {
      // The three functions have types of their own, which know mediaType alone.
      const ask = generate as unknown as (options: object) => Promise<{ text: string }>;
      const messages = (name: 'mimeType' | 'mediaType') => [{ role: 'user', content: content(name) }];
      const before = local.requests.length;
      await expect(ask({ model, messages: messages('mimeType') })).rejects.toThrow(
        /^(Media type is missing for file part|Invalid prompt: )/,
      );
      expect(local.requests.length).toBe(before);
      const { text } = await ask({ model, messages: messages('mediaType') });
      expect(text).toContain('pdf');
    },
  );
});

describe('the main entry, in an app that stayed on an older major', () => {
  const guide = readFileSync(new URL('../../../docs/migrating.md', import.meta.url), 'utf8');
  const words = /throws `([^`]+)`/.exec(guide)?.[1] ?? 'nothing that the guide says';

  // The casts: TypeScript refuses it as well.
  const model: unknown = createForAi7(settings)(modelId);

  test('is refused by the AI SDK 6 in the words of the guide', async () => {
    const call = ai6.generateText({ model: model as ai6.LanguageModel, prompt: 'Hi' });
    await expect(call).rejects.toThrow(words);
  });

  test('is refused by the AI SDK 5 in the words of the guide', async () => {
    const call = ai5.generateText({ model: model as ai5.LanguageModel, prompt: 'Hi' });
    await expect(call).rejects.toThrow(words);
  });
});
