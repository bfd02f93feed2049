/**
 * The tables of image models alone, for apps that bundle nothing else.
 * @module
 */
import type { VendorTables } from '../row.ts';
import { amazonImages } from './amazon-images.ts';
import { stability } from './stability.ts';

/** By vendor. */
export const imageVendors: VendorTables = { amazon: amazonImages, stability };
