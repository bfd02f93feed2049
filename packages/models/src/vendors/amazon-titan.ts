/**
 * Amazon Titan Text.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html
 * @module
 */
import { textModel } from '../base-records.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Titan that writes text. */
export function amazonTitan(): VendorTable {
  // What the Titan Text models have in common; the row of Express.
  const titanText: Row = {
    like: textModel,
    but: {
      family: 'titan-text',
      system: false,
      contextWindow: 8192,
      maxOutputTokens: 8192,
      lifecycle: {
        status: 'end-of-life',
        endOfLife: '2025-08-15',
        replacement: 'amazon.nova-2-lite-v1:0',
      },
    },
  };

  return {
    rows: {
      'titan-text-express': titanText,
      'titan-text-lite': {
        like: titanText,
        but: { contextWindow: 4096, maxOutputTokens: 4096 },
      },
      'titan-text-premier': {
        like: titanText,
        but: {
          contextWindow: 32_000,
          maxOutputTokens: 3072,
          lifecycle: { endOfLife: undefined },
        },
      },
      'titan-tg1-large': {
        like: titanText,
        but: { name: 'Titan Text Large', lifecycle: { status: 'unknown', endOfLife: undefined } },
      },
    },
    newest: [[/^titan(?!.*(?:embed|image))/, titanText]],
  };
}
