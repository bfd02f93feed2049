// What the AI SDK reads of a model before it calls it: an entry of its own and a small one, so that an app makes models at once and
// loads what calls them with the first call.

export { type Place, placeOf, providerOptionsTransformer } from './members/embed-many.ts';
export {
  type EmbeddingMembers,
  type EmbeddingMemberSettings,
  embeddingMembers,
  embeddingRecord,
} from './members/embedding.ts';
export { type ModelIdentity, modelIdentity } from './members/identity.ts';
export { type ImageMembers, type ImageMemberSettings, imageMembers } from './members/image.ts';
export {
  maxSources,
  type RerankingMembers,
  type RerankingMemberSettings,
  rerankingMembers,
} from './members/reranking.ts';
