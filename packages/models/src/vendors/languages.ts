/**
 * The tables of language models alone, for apps that bundle nothing else.
 * @module
 */
import { join, type VendorTables } from '../row.ts';
import { ai21 } from './ai21.ts';
import { amazonNova } from './amazon-nova.ts';
import { amazonTitan } from './amazon-titan.ts';
import { anthropic } from './anthropic.ts';
import { cohereCommand } from './cohere-command.ts';
import { deepseek } from './deepseek.ts';
import { google } from './google.ts';
import { meta } from './meta.ts';
import { minimax } from './minimax.ts';
import { mistral } from './mistral.ts';
import { moonshot } from './moonshot.ts';
import { nvidia } from './nvidia.ts';
import { openai } from './openai.ts';
import { qwen } from './qwen.ts';
import { twelvelabsPegasus } from './twelvelabs-pegasus.ts';
import { writer } from './writer.ts';
import { xai } from './xai.ts';
import { zai } from './zai.ts';

/** By vendor. */
export const languageVendors: VendorTables = {
  ai21,
  amazon: () => join(amazonNova(), amazonTitan()),
  anthropic,
  cohere: cohereCommand,
  deepseek,
  google,
  meta,
  minimax,
  mistral,
  moonshot,
  moonshotai: moonshot,
  nvidia,
  openai,
  qwen,
  twelvelabs: twelvelabsPegasus,
  writer,
  xai,
  zai,
};
