/**
 * The tables of rerank models alone, for apps that bundle nothing else.
 * @module
 */
import type { VendorTables } from '../row.ts';
import { amazonRerank } from './amazon-rerank.ts';
import { cohereRerank } from './cohere-rerank.ts';

/** By vendor. */
export const rerankVendors: VendorTables = { amazon: amazonRerank, cohere: cohereRerank };
