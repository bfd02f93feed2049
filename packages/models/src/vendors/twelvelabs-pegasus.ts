/**
 * TwelveLabs Pegasus, which talks about videos.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-twelvelabs-pegasus-v1-5.html
 * @module
 */
import { videos } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';

/** Every Pegasus that Bedrock serves. */
export function twelvelabsPegasus(): VendorTable {
  const pegasus12: Row = {
    but: {
      kind: 'language',
      family: 'pegasus',
      operations: { InvokeModelWithResponseStream: true },
      inputs: { video: videos },
      guardrails: false,
      serviceTiers: ['default'],
      // github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
      maxOutputTokens: 4096,
      addressing: { profiles: ['us', 'eu', 'global'] },
    },
  };

  const pegasus15: Row = {
    like: pegasus12,
    but: {
      maxOutputTokens: 98_304,
      minOutputTokens: 512,
      addressing: { onDemand: false, profiles: ['us', 'global'] },
    },
  };

  return {
    rows: { 'pegasus-1-5': pegasus15, 'pegasus-1-2': pegasus12 },
    newest: [[/^pegasus/, pegasus15]],
  };
}
