/**
 * The tables of all vendors, by the name that stands before the first dot of a model id.
 * @module
 */
import type { VendorTables } from '../row.ts';
import { amazon } from './amazon.ts';
import { cohere } from './cohere.ts';
import { languageVendors } from './languages.ts';
import { luma } from './luma.ts';
import { stability } from './stability.ts';
import { twelvelabs } from './twelvelabs.ts';

/** A new vendor is one file, and one line here or among the language models. */
export const vendors: VendorTables = { ...languageVendors, amazon, cohere, luma, stability, twelvelabs };
