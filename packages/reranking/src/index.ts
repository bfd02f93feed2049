export type { RerankingModelOptions, RerankOperation } from './options.ts';
export type { RerankingModelSettings } from './reranking-model.ts';
export { createRerankingModel } from './reranking-model.ts';
