/**
 * Luma AI's Ray, a video model.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-luma.html
 * @module
 */
import { images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every model of Luma's that Bedrock serves or served. That Ray 2 is served: github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json */
export function luma(): VendorTable {
  const ray2: Row = {
    but: {
      kind: 'video',
      family: 'ray',
      name: 'Ray 2',
      operations: { InvokeModel: false, StartAsyncInvoke: true },
      // A first and a last frame.
      inputs: { image: { ...images, maxCount: 2, maxBytes: 'unknown' } },
    },
  };

  return {
    rows: { 'ray-v2': ray2 },
    newest: [[/^ray/, ray2]],
  };
}
