/**
 * The tables of all vendors, by the name that stands before the first dot of a model id.
 * @module
 */
import type { VendorTables } from '../row.ts';
import { ai21 } from './ai21.ts';
import { amazon } from './amazon.ts';
import { anthropic } from './anthropic.ts';
import { cohere } from './cohere.ts';
import { deepseek } from './deepseek.ts';
import { google } from './google.ts';
import { luma } from './luma.ts';
import { meta } from './meta.ts';
import { minimax } from './minimax.ts';
import { mistral } from './mistral.ts';
import { moonshot } from './moonshot.ts';
import { nvidia } from './nvidia.ts';
import { openai } from './openai.ts';
import { qwen } from './qwen.ts';
import { stability } from './stability.ts';
import { twelvelabs } from './twelvelabs.ts';
import { writer } from './writer.ts';
import { xai } from './xai.ts';
import { zai } from './zai.ts';

/** A new vendor is one file and one line here. */
export const vendors: VendorTables = {
  ai21,
  amazon,
  anthropic,
  cohere,
  deepseek,
  google,
  luma,
  meta,
  minimax,
  mistral,
  moonshot,
  moonshotai: moonshot,
  nvidia,
  openai,
  qwen,
  stability,
  twelvelabs,
  writer,
  xai,
  zai,
};
