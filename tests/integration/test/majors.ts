// The majors of the AI SDK that the provider serves, as one contract suite calls them.
import { createAmazonBedrock as createForAi7 } from '@bedrock-kit/provider';
import { createAmazonBedrock as createForAi5 } from '@bedrock-kit/provider/ai-5';
import { createAmazonBedrock as createForAi6 } from '@bedrock-kit/provider/ai-6';
import * as ai7 from 'ai';
import * as ai5 from 'ai-5';
import * as ai6 from 'ai-6';
import * as ai70 from 'ai-7-0';

// One white pixel: https://www.w3.org/TR/png-3/#11IHDR
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
    'base64',
  ),
);
export const pngBase64 = Buffer.from(png).toString('base64');

/** What the suite calls. The real types are checked in provider-types.test.ts; here the majors must share one. */
interface Ai {
  generateText(options: object): Promise<Text>;
  streamText(options: object): Streamed;
  generateObject(options: object): Promise<{ object: unknown; finishReason: string }>;
  embed(options: object): Promise<{ embedding: number[]; usage: { tokens: number } }>;
  embedMany(options: object): Promise<{ embeddings: number[][] }>;
  tool(options: object): object;
  createProviderRegistry(providers: object): { languageModel(id: `bedrock:${string}`): object };
  customProvider(options: object): { languageModel(id: string): object };
  wrapLanguageModel(options: object): object;
  Output: { object(options: object): object };
  APICallError: { isInstance(error: unknown): boolean };
}
interface Text {
  text: string;
  finishReason: string;
  usage: { inputTokens: number | undefined; outputTokens: number | undefined };
  files: { uint8Array: Uint8Array; mediaType: string }[];
  steps: { toolCalls: { input: unknown }[] }[];
  warnings?: unknown[] | undefined;
  response: { id: string; modelId: string; headers?: Record<string, string> };
}
interface Streamed {
  files: PromiseLike<Text['files']>;
  textStream: AsyncIterable<string>;
  finishReason: PromiseLike<string>;
  response: PromiseLike<{ id: string; headers?: Record<string, string> }>;
  consumeStream(): PromiseLike<void>;
}
type Create = typeof createForAi7 | typeof createForAi6 | typeof createForAi5;
export interface Major {
  readonly ai: Ai;
  readonly create: Create;
  generateImage(options: object): Promise<{ images: { uint8Array: Uint8Array }[] }>;
  /** A tool's result that holds an image, as this major writes it. */
  readonly imageResult: object;
  readonly outputOption: string;
  readonly embeddingMethod: string;
  /** AI SDK 5 has no reranking. */
  rerank?(options: object): Promise<{ ranking: { originalIndex: number }[] }>;
  readonly unsupported: object;
}

const newest: Omit<Major, 'ai' | 'generateImage' | 'rerank'> = {
  create: createForAi7,
  imageResult: { type: 'file', mediaType: 'image/png', data: { type: 'data', data: pngBase64 } },
  outputOption: 'output',
  embeddingMethod: 'embeddingModel',
  unsupported: { type: 'unsupported', feature: 'frequencyPenalty' },
};
export const majors: [string, Major][] = [
  ['ai 7, newest', { ...newest, ai: ai7, generateImage: ai7.generateImage, rerank: ai7.rerank }],
  ['ai 7.0.0', { ...newest, ai: ai70, generateImage: ai70.generateImage, rerank: ai70.rerank }],
  [
    'ai 6 with /ai-6',
    {
      ...newest,
      ai: ai6,
      create: createForAi6,
      generateImage: ai6.generateImage,
      rerank: ai6.rerank,
      imageResult: { type: 'image-data', mediaType: 'image/png', data: pngBase64 },
    },
  ],
  [
    'ai 5 with /ai-5',
    {
      ai: ai5,
      create: createForAi5,
      generateImage: ai5.experimental_generateImage,
      imageResult: { type: 'media', mediaType: 'image/png', data: pngBase64 },
      outputOption: 'experimental_output',
      embeddingMethod: 'textEmbeddingModel',
      unsupported: { type: 'unsupported-setting', setting: 'frequencyPenalty' },
    },
  ],
];
