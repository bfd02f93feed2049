/**
 * The tables of all vendors, by the name that stands before the first dot of a model id.
 * @module
 */
import { joinKinds, type VendorTables } from '../row.ts';
import { embeddingVendors } from './embeddings.ts';
import { imageVendors } from './images.ts';
import { languageVendors } from './languages.ts';
import { mediaVendors } from './media.ts';
import { rerankVendors } from './rerank.ts';

/** A new vendor is one file, and one line in each of the lists that it has models for. */
export const vendors: VendorTables = /* @__PURE__ */ joinKinds(
  languageVendors,
  embeddingVendors,
  imageVendors,
  rerankVendors,
  mediaVendors,
);
