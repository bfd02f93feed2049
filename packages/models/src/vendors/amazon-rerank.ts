/**
 * Amazon's rerank model.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html
 * @module
 */
import type { Row, VendorTable } from '../row.ts';

/** Every rerank model of Amazon's own. */
export function amazonRerank(): VendorTable {
  const rerank: Row = {
    but: {
      kind: 'rerank',
      family: 'amazon-rerank',
      name: 'Amazon Rerank 1.0',
      operations: { Rerank: true },
      rerank: { body: 'amazon', maxDocuments: 1000, json: true },
    },
  };

  return {
    rows: { rerank },
    newest: [[/^rerank/, rerank]],
  };
}
