/**
 * The types that are the same for every major of the AI SDK, with the options as the earlier majors take them.
 *
 * @module
 */
export type * from '../types.ts';
// In the place of those of the same names there.
export type { CountTokensOptions } from './earlier-call.ts';
export type {
  BedrockLanguageModelOptions,
  BedrockPartOptions,
  EmbeddingModelOptions,
  ImageModelOptions,
  RerankingModelOptions,
} from './options.ts';
