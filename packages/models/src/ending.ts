/**
 * The end that many models have in common.
 * @module
 */
import type { Facts, Part } from './row.ts';

/**
 * Legacy, and ended on 30 March 2027: so say the cards since October 2026, which name no day on which that began. AWS gives notice of at
 * least six months.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-meta-llama-3-3-70b-instruct.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
 */
export function endingInMarch2027(replacement?: string): Part<Facts> {
  return {
    lifecycle: { status: 'legacy', legacySince: '2026-09-30', endOfLife: '2027-03-30', replacement },
  };
}
