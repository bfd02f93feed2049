/**
 * The tables of models of video and speech.
 * @module
 */
import type { VendorTables } from '../row.ts';
import { amazonMedia } from './amazon-media.ts';
import { luma } from './luma.ts';

/** By vendor. */
export const mediaVendors: VendorTables = { amazon: amazonMedia, luma };
