/**
 * TwelveLabs: Marengo embeds media, Pegasus talks about videos.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
 * @module
 */
import { videos } from '../media.ts';
import { join, type Row, type VendorTable } from '../row.ts';
import { twelvelabsEmbeddings } from './twelvelabs-embeddings.ts';

/** Every model of TwelveLabs' that Bedrock serves. */
export function twelvelabs(): VendorTable {
  const pegasus: Row = {
    like: 'invoked',
    but: {
      kind: 'language',
      family: 'pegasus',
      name: 'Pegasus 1.2',
      operations: { InvokeModelWithResponseStream: true },
      inputs: { video: videos },
      addressing: { onDemand: 'unknown', profiles: 'unknown' },
      lifecycle: { status: 'active' },
    },
  };

  return join(twelvelabsEmbeddings(), {
    rows: { 'pegasus-1-2': pegasus },
    newest: [[/^pegasus/, pegasus]],
  });
}
