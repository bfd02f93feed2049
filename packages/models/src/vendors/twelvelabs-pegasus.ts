/**
 * TwelveLabs Pegasus, which talks about videos.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
 * @module
 */
import { videos } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Pegasus that Bedrock serves. */
export function twelvelabsPegasus(): VendorTable {
  const pegasus: Row = {
    but: {
      kind: 'language',
      family: 'pegasus',
      operations: { InvokeModelWithResponseStream: true },
      inputs: { video: videos },
      // github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
      maxOutputTokens: 4096,
      addressing: { profiles: 'unknown' },
    },
  };

  return {
    rows: { 'pegasus-1-2': pegasus },
    newest: [[/^pegasus/, pegasus]],
  };
}
