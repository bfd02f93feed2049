/**
 * Amazon's embedding models: Titan and Nova.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
 * @see https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 * @see https://docs.aws.amazon.com/nova/latest/userguide/nova-embeddings.html
 * @module
 */
import type { Row, VendorTable } from '../row.ts';

/** Every embedding model of Amazon's own. */
export function amazonEmbeddings(): VendorTable {
  const titanEmbedding: Row = {
    but: {
      kind: 'embedding',
      family: 'titan-embed',
      name: 'Titan Text Embeddings V2',
      contextWindow: 8192,
      embedding: {
        body: 'titan-text-v2',
        dimensions: [256, 512, 1024],
        defaultDimensions: 1024,
        maxBatch: 1,
        maxTokens: 8192,
        maxCharacters: 50_000,
        inputs: { text: true, image: false, video: false, audio: false },
        types: ['float', 'binary'],
        purposes: [],
      },
    },
  };

  const titanMultimodal: Row = {
    like: titanEmbedding,
    but: {
      name: 'Titan Multimodal Embeddings G1',
      contextWindow: 'unknown',
      embedding: {
        body: 'titan-multimodal',
        dimensions: [256, 384, 1024],
        maxTokens: 'unknown',
        maxCharacters: 'unknown',
        inputs: { image: true },
        types: ['float'],
      },
    },
  };

  const novaEmbedding: Row = {
    but: {
      kind: 'embedding',
      family: 'nova-embed',
      name: 'Nova Multimodal Embeddings',
      contextWindow: 8192,
      operations: { StartAsyncInvoke: true },
      embedding: {
        body: 'nova',
        dimensions: [256, 384, 1024, 3072],
        defaultDimensions: 3072,
        maxBatch: 1,
        maxTokens: 8192,
        // As measured in https://github.com/aws-samples/amazon-nova-samples/pull/260
        maxCharacters: 50_000,
        inputs: { text: true, image: true, video: true, audio: true },
        types: ['float'],
        purposes: [
          'GENERIC_INDEX',
          'GENERIC_RETRIEVAL',
          'TEXT_RETRIEVAL',
          'IMAGE_RETRIEVAL',
          'VIDEO_RETRIEVAL',
          'DOCUMENT_RETRIEVAL',
          'AUDIO_RETRIEVAL',
          'CLASSIFICATION',
          'CLUSTERING',
        ],
      },
    },
  };

  return {
    rows: {
      'nova-2-multimodal-embeddings': novaEmbedding,
      'titan-embed-text-v2': titanEmbedding,
      'titan-embed-text': {
        like: titanEmbedding,
        but: {
          name: 'Titan Embeddings G1 Text',
          embedding: { body: 'titan-text-v1', dimensions: [1536], defaultDimensions: 1536, types: ['float'] },
        },
      },
      'titan-embed-image': titanMultimodal,
    },
    newest: [
      [/^nova.*embed/, novaEmbedding],
      [/^titan(?=.*embed).*image/, titanMultimodal],
      [/^titan.*embed/, titanEmbedding],
    ],
  };
}
