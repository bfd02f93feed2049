/**
 * Amazon's language models: Nova and Titan Text.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import { join, type VendorTable } from '../row.ts';
import { amazonNova } from './amazon-nova.ts';
import { amazonTitan } from './amazon-titan.ts';

/** Every model of Amazon's own that converses. */
export function amazonLanguage(): VendorTable {
  return join(amazonNova(), amazonTitan());
}
