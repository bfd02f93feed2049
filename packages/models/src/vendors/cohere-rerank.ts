/**
 * Cohere Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html
 * @module
 */
import type { Row, VendorTable } from '../row.ts';

/** Every rerank model of Cohere's. */
export function cohereRerank(): VendorTable {
  const rerank: Row = {
    but: {
      kind: 'rerank',
      family: 'cohere-rerank',
      name: 'Rerank 3.5',
      operations: { Rerank: true },
      rerank: { body: 'cohere', maxDocuments: 1000, json: true },
    },
  };

  return {
    rows: { 'rerank-v3-5': rerank },
    newest: [[/rerank/, rerank]],
  };
}
