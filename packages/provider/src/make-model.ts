/**
 * One model of each kind, from its id, its settings and the connection. What the AI SDK reads of a model is there at once; the code
 * that calls it is loaded with the first call.
 *
 * @module
 */
import type { EmbeddingModelV4, ImageModelV4, LanguageModelV4, RerankingModelV4 } from '@ai-sdk/provider';
import type { EmbeddingModelSettings } from '@bedrock-kit/embeddings';
import type { ImageModelSettings } from '@bedrock-kit/images';
import {
  embeddingMembers,
  imageMembers,
  modelIdentity,
  rerankingMembers,
} from '@bedrock-kit/invocation/members';
import type { RerankingModelSettings } from '@bedrock-kit/reranking';
import type { Connection } from './connection.ts';
import type { LanguageModelSettings } from './language-model-settings.ts';
import { madeOf, type OnDemand, onDemand } from './on-demand.ts';
import { supportedUrlsOf } from './supported-urls.ts';

export interface Models {
  language: LanguageModelV4;
  embedding: EmbeddingModelV4;
  image: ImageModelV4;
  reranking: RerankingModelV4;
}

interface Settings {
  language: LanguageModelSettings;
  embedding: EmbeddingModelSettings;
  image: ImageModelSettings;
  reranking: RerankingModelSettings;
}

export type ModelKind = keyof Models;
export type SettingsOf<Kind extends ModelKind> = Settings[Kind];

export const language: OnDemand<typeof import('./language-model.ts')> = onDemand(
  'the language model',
  () => import('./language-model.ts'),
);
const embeddings = onDemand('the embedding model', () => withRuntime(import('@bedrock-kit/embeddings')));
const images = onDemand('the image model', () => withRuntime(import('@bedrock-kit/images')));
const reranking = onDemand('the reranking model', () => withRuntime(import('@bedrock-kit/reranking')));

/** Loads the runtime too, which every call needs: after the module and not at the same time, as on-demand.ts explains of `newest`. */
async function withRuntime<Module>(module: Promise<Module>): Promise<Module> {
  const loaded = await module;
  await import('./client.ts');
  return loaded;
}

const makers: {
  readonly [Kind in ModelKind]: (
    modelId: string,
    settings: Settings[Kind],
    connection: Connection,
  ) => Models[Kind];
} = {
  language(modelId, settings, connection) {
    const { joinDeltas = connection.joinDeltas, ...defaults } = settings;
    const calls = madeOf(language, ({ languageCalls }) =>
      languageCalls(modelId, defaults, { ...connection, joinDeltas }),
    );
    return {
      ...modelIdentity(modelId),
      supportedUrls: supportedUrlsOf(modelId, settings.baseModelId),
      doGenerate: async (call) => (await calls(call.abortSignal)).doGenerate(call),
      doStream: async (call) => (await calls(call.abortSignal)).doStream(call),
    };
  },
  embedding(modelId, settings, { runtime }) {
    const model = madeOf(embeddings, ({ createEmbeddingModel }) =>
      createEmbeddingModel(modelId, settings, runtime.client),
    );
    return {
      ...embeddingMembers(modelId, settings),
      doEmbed: async (call) => (await model(call.abortSignal)).doEmbed(call),
    };
  },
  image(modelId, settings, { runtime }) {
    const model = madeOf(images, ({ createImageModel }) =>
      createImageModel(modelId, settings, runtime.client),
    );
    return {
      ...imageMembers(modelId, settings),
      // Awaited: a promise that is returned is waited for a turn later, and what fails in between has a stack without the caller.
      doGenerate: async (call) => await (await model(call.abortSignal)).doGenerate(call),
    };
  },
  reranking(modelId, settings, { runtime }) {
    const model = madeOf(reranking, ({ createRerankingModel }) =>
      createRerankingModel(modelId, settings, runtime.client),
    );
    return {
      ...rerankingMembers(modelId, settings),
      doRerank: async (call) => (await model(call.abortSignal)).doRerank(call),
    };
  },
};

export function makeModel<Kind extends ModelKind>(
  kind: Kind,
  modelId: string,
  settings: Settings[Kind],
  connection: Connection,
): Models[Kind] {
  return makers[kind](modelId, settings, connection);
}
