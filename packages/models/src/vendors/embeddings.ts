/**
 * The tables of embedding models alone, for apps that bundle nothing else.
 * @module
 */
import type { VendorTables } from '../row.ts';
import { amazonEmbeddings } from './amazon-embeddings.ts';
import { cohereEmbeddings } from './cohere-embeddings.ts';
import { twelvelabsEmbeddings } from './twelvelabs-embeddings.ts';

/** By vendor. */
export const embeddingVendors: VendorTables = {
  amazon: amazonEmbeddings,
  cohere: cohereEmbeddings,
  twelvelabs: twelvelabsEmbeddings,
};
