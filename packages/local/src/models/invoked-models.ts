/**
 * Every kind of model that is called by a body of its own and answers in one piece.
 */
import { embeddingModelOf } from '../embeddings/embedding-model.ts';
import { imageModelOf } from '../images/image-model.ts';
import { rerankModelOf } from '../ranking/rerank-model.ts';
import type { InvokedModels } from './invoked-model.ts';

/** The built-in model for a record; undefined for the other kinds of models. */
export const invokedModelOf: InvokedModels = (capabilities) =>
  embeddingModelOf(capabilities) ?? imageModelOf(capabilities) ?? rerankModelOf(capabilities);
