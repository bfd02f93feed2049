/**
 * Amazon's own models: Nova, Titan, Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { join, type VendorTable } from '../row.ts';
import { amazonEmbeddings } from './amazon-embeddings.ts';
import { amazonImages } from './amazon-images.ts';
import { amazonMedia } from './amazon-media.ts';
import { amazonNova } from './amazon-nova.ts';
import { amazonRerank } from './amazon-rerank.ts';
import { amazonTitan } from './amazon-titan.ts';

/** Every model of Amazon's own on Bedrock. */
export function amazon(): VendorTable {
  return join(amazonEmbeddings(), amazonImages(), amazonMedia(), amazonNova(), amazonRerank(), amazonTitan());
}
