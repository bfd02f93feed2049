/**
 * TwelveLabs Marengo, which embeds media.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html
 * @module
 */
import type { Row, VendorTable } from '../row.ts';

/** Every embedding model of TwelveLabs'. */
export function twelvelabsEmbeddings(): VendorTable {
  const marengo3: Row = {
    but: {
      kind: 'embedding',
      family: 'marengo',
      name: 'Marengo Embed 3.0',
      operations: { StartAsyncInvoke: true },
      contextWindow: 500,
      embedding: {
        body: 'marengo-3',
        dimensions: [512],
        defaultDimensions: 512,
        maxBatch: 1,
        maxTokens: 500,
        maxCharacters: 'unknown',
        // Video and audio only through StartAsyncInvoke.
        inputs: { text: true, image: true, video: false, audio: false },
        types: ['float'],
        purposes: [],
      },
      addressing: { profiles: ['us', 'eu'] },
    },
  };

  return {
    rows: {
      'marengo-embed-3-0': marengo3,
      'marengo-embed-2-7': {
        like: marengo3,
        but: {
          name: 'Marengo Embed 2.7',
          contextWindow: 77,
          embedding: {
            body: 'marengo-2.7',
            dimensions: [1024],
            defaultDimensions: 1024,
            maxTokens: 77,
          },
          addressing: { onDemand: false, profiles: ['us', 'eu', 'apac'] },
          lifecycle: {
            status: 'end-of-life',
            // github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
            legacySince: '2026-05-29',
            endOfLife: '2026-11-30',
            replacement: 'twelvelabs.marengo-embed-3-0-v1:0',
          },
        },
      },
    },
    newest: [[/^marengo/, marengo3]],
  };
}
