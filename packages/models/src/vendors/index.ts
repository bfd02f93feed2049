/**
 * The tables of all vendors, by the name that stands before the first dot of a model id.
 * @module
 */
import type { VendorTable } from '../row.ts';
import { amazon } from './amazon.ts';
import { anthropic } from './anthropic.ts';

/** A new vendor is one file and one line here. */
export const vendors: Readonly<Record<string, VendorTable>> = {
  amazon,
  anthropic,
};
