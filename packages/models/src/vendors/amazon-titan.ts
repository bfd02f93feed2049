/**
 * Amazon Titan: text, embeddings, images.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan.html
 * @module
 */
import { invokedModel, languageModel } from '../base-records.ts';
import { documents, images } from '../media.ts';
import type { Row } from '../row.ts';
import { canvas } from './amazon-nova.ts';

export const titanText: Row = {
  like: languageModel,
  but: {
    family: 'titan-text',
    name: 'Titan Text Express',
    inputs: { image: false, document: documents },
    system: false,
    systemMessages: false,
    toolUse: false,
    structuredOutput: { native: false, nativeStreaming: false },
    reasoning: { kind: 'none' },
    sampling: { topK: false },
    prefill: 'unknown',
    citations: false,
    guardrails: true,
    contextWindow: 8000,
    maxOutputTokens: 8192,
    addressing: { onDemand: true, profiles: [] },
    lifecycle: {
      status: 'end-of-life',
      legacySince: undefined,
      endOfLife: '2025-08-15',
      replacement: 'amazon.nova-2-lite-v1:0',
    },
  },
};

export const titanEmbedding: Row = {
  like: invokedModel,
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
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'active' },
  },
};

export const titanMultimodal: Row = {
  like: titanEmbedding,
  but: {
    name: 'Titan Multimodal Embeddings G1',
    inputs: { image: images },
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

export const titanImage: Row = {
  like: canvas,
  but: {
    family: 'titan-image',
    name: 'Titan Image Generator G1 v2',
    image: {
      body: 'titan-image',
      tasks: [
        'text-to-image',
        'conditioning',
        'color-guided',
        'variation',
        'inpainting',
        'outpainting',
        'background-removal',
      ],
      sizes: {
        kind: 'list',
        // The guide gives 1408 × 1408 as the default, which its own list lacks: 1024 × 1024 is in both.
        default: [1024, 1024],
        sizes: [
          [1024, 1024],
          [768, 768],
          [512, 512],
          [768, 1152],
          [384, 576],
          [1152, 768],
          [576, 384],
          [768, 1280],
          [384, 640],
          [1280, 768],
          [640, 384],
          [896, 1152],
          [448, 576],
          [1152, 896],
          [576, 448],
          [768, 1408],
          [384, 704],
          [1408, 768],
          [704, 384],
          [640, 1408],
          [320, 704],
          [1408, 640],
          [704, 320],
          [1152, 640],
          [1173, 640],
        ],
      },
      maxPromptCharacters: 512,
    },
    lifecycle: { legacySince: '2025-12-30', endOfLife: '2026-06-30' },
  },
};
