/**
 * Cohere Embed.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
 * @module
 */
import type { Row, VendorTable } from '../row.ts';

/** Every embedding model of Cohere's. */
export function cohereEmbeddings(): VendorTable {
  const embed4: Row = {
    but: {
      kind: 'embedding',
      family: 'cohere-embed',
      name: 'Embed v4',
      contextWindow: 128_000,
      embedding: {
        body: 'cohere-v4',
        dimensions: [256, 512, 1024, 1536],
        defaultDimensions: 1536,
        maxBatch: 96,
        maxTokens: 128_000,
        maxCharacters: 'unknown',
        inputs: { text: true, image: true, video: false, audio: false },
        types: ['float', 'int8', 'uint8', 'binary', 'ubinary'],
        purposes: ['search_document', 'search_query', 'classification', 'clustering'],
      },
      addressing: { profiles: ['us', 'eu', 'global'] },
    },
  };

  const embed3: Row = {
    like: embed4,
    but: {
      name: 'Embed English',
      contextWindow: 512,
      embedding: {
        body: 'cohere-v3',
        dimensions: [1024],
        defaultDimensions: 1024,
        maxTokens: 512,
        maxCharacters: 2048,
      },
      addressing: { profiles: [] },
    },
  };

  return {
    rows: {
      'embed-v4': embed4,
      'embed-english-v3': embed3,
      'embed-multilingual-v3': { like: embed3, but: { name: 'Embed Multilingual' } },
    },
    newest: [[/embed/, embed4]],
  };
}
