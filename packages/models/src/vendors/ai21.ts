/**
 * AI21 Labs' Jamba.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
 * @module
 */
import { textModel } from '../base-records.ts';
import type { Row, VendorTable } from '../row.ts';
import { freeTextTools } from '../tool-use.ts';

/** Every Jamba that Bedrock served. */
export function ai21(): VendorTable {
  const jamba: Row = {
    like: textModel,
    but: {
      family: 'jamba',
      toolUse: freeTextTools,
      contextWindow: 256_000,
      maxOutputTokens: 4096,
      lifecycle: { status: 'end-of-life', legacySince: '2026-05-26', endOfLife: '2026-11-26' },
    },
  };

  return {
    rows: {
      'jamba-1-5-large': jamba,
      'jamba-1-5-mini': jamba,
    },
    newest: [[/^jamba/, jamba]],
  };
}
