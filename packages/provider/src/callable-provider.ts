/**
 * A provider is a function with members: called, it makes a language model.
 *
 * @module
 */
import type { Make, ProviderMethods } from './provider.ts';

type Makers<Language, Embedding, Image> = Pick<
  ProviderMethods<Language, Embedding, Image>,
  'languageModel' | 'embeddingModel' | 'imageModel'
>;

/**
 * The members are own and enumerable, because the AI SDK spreads a provider and detaches its methods.
 *
 * @param members what this version of the specification has beside the methods that all have.
 * @throws {TypeError} when the provider is called with `new`.
 */
export function callableProvider<Language, Embedding, Image, Members extends object>(
  { languageModel, embeddingModel, imageModel }: Makers<Language, Embedding, Image>,
  members: Members,
): ProviderMethods<Language, Embedding, Image> & Members {
  function provider(...call: Parameters<Make<string, object, Language>>): Language {
    // The cast: the compiler takes new.target for the function itself, which would always be there.
    if (new.target as unknown) throw new TypeError('The provider is not a class: call it without new.');
    return languageModel(...call);
  }
  return Object.assign(provider, {
    languageModel,
    embeddingModel,
    embedding: embeddingModel,
    textEmbeddingModel: embeddingModel,
    textEmbedding: embeddingModel,
    imageModel,
    image: imageModel,
    ...members,
  });
}
