/**
 * TwelveLabs: Marengo embeds media, Pegasus talks about videos.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { join, type VendorTable } from '../row.ts';
import { twelvelabsEmbeddings } from './twelvelabs-embeddings.ts';
import { twelvelabsPegasus } from './twelvelabs-pegasus.ts';

/** Every model of TwelveLabs' that Bedrock serves. */
export function twelvelabs(): VendorTable {
  return join(twelvelabsEmbeddings(), twelvelabsPegasus());
}
