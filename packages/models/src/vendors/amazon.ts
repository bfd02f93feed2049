/**
 * Amazon's own models: Nova, Titan, Rerank.
 * @see https://docs.aws.amazon.com/nova/latest/userguide/what-is-nova.html
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/what-is-nova-2.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan.html
 * @module
 */
import { invokedModel, languageModel } from '../base-records.ts';
import { documents, images, videos } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

const nova: Row = {
  like: languageModel,
  but: {
    family: 'nova',
    name: 'Nova Pro',
    inputs: {
      image: { ...images, s3: true },
      document: { ...documents, s3: true },
      video: videos,
    },
    systemMessages: false,
    toolUse: {
      ...toolUse,
      choices: { auto: true, any: true, tool: true },
      strict: false,
      results: { ...toolUse.results, image: true, document: true, video: true, searchResult: false },
      errorStatus: true,
    },
    structuredOutput: { native: false, nativeStreaming: false },
    reasoning: { kind: 'none' },
    sampling: { topK: { path: ['inferenceConfig', 'topK'], min: 0, max: 128 } },
    prefill: true,
    promptCaching: {
      places: ['system', 'messages'],
      minTokens: 1000,
      maxPoints: 4,
      ttls: ['5m'],
      lookBackBlocks: 'unknown',
      maxTokens: 20_000,
      implicit: true,
    },
    citations: false,
    guardrails: true,
    optimizedLatency: true,
    contextWindow: 300_000,
    maxOutputTokens: 10_000,
    addressing: { onDemand: true, profiles: ['us', 'eu', 'apac'] },
    lifecycle: { status: 'active' },
  },
};

const nova2: Row = {
  like: nova,
  but: {
    name: 'Nova 2 Lite',
    operations: { CountTokens: false },
    contextWindow: 1_000_000,
    maxOutputTokens: 65_535,
    toolUse: { systemTools: ['nova_grounding', 'nova_code_interpreter'] },
    prefill: 'unknown',
    optimizedLatency: false,
    serviceTiers: ['default', 'priority', 'flex'],
    // With high effort temperature, topP and maxTokens must be unset.
    reasoning: {
      kind: 'effort',
      on: { reasoningConfig: { type: 'enabled' } },
      off: { reasoningConfig: { type: 'disabled' } },
      effort: {
        path: ['reasoningConfig', 'maxReasoningEffort'],
        levels: ['low', 'medium', 'high'],
        default: 'unknown',
        beta: undefined,
      },
      byDefault: false,
      forcedToolChoice: 'unknown',
      prefill: 'unknown',
      sampling: { efforts: ['high'], temperature: false, topP: false, topK: 'unknown', maxTokens: false },
      history: 'unknown',
    },
    addressing: { onDemand: false, profiles: ['us', 'eu', 'jp', 'global'] },
  },
};

const titanText: Row = {
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

const titanEmbedding: Row = {
  like: invokedModel,
  but: {
    kind: 'embedding',
    family: 'titan-embed',
    name: 'Titan Text Embeddings V2',
    contextWindow: 8192,
    maxOutputTokens: 'unknown',
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

const titanMultimodal: Row = {
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

const novaEmbedding: Row = {
  like: titanEmbedding,
  but: {
    family: 'nova-embed',
    name: 'Nova Multimodal Embeddings',
    operations: { StartAsyncInvoke: true },
    inputs: { image: { ...images, s3: true }, video: videos },
    contextWindow: 'unknown',
    embedding: {
      body: 'nova',
      dimensions: [256, 384, 1024, 3072],
      defaultDimensions: 3072,
      maxTokens: 'unknown',
      maxCharacters: 8192,
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

const canvas: Row = {
  like: invokedModel,
  but: {
    kind: 'image',
    family: 'nova-canvas',
    name: 'Nova Canvas',
    contextWindow: 'unknown',
    image: {
      body: 'nova-canvas',
      tasks: [
        'text-to-image',
        'conditioning',
        'color-guided',
        'variation',
        'inpainting',
        'outpainting',
        'background-removal',
        'virtual-try-on',
      ],
      sizes: {
        kind: 'range',
        min: 320,
        max: 4096,
        multipleOf: 16,
        pixelsBelow: 4_194_304,
        maxRatio: 4,
        default: [1024, 1024],
      },
      maxImages: 5,
      maxPromptCharacters: 1024,
      negativePrompt: true,
      seed: [0, 2_147_483_646],
      imageInput: true,
      maskInput: true,
      outputFormats: [],
    },
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'end-of-life', legacySince: '2026-03-30', endOfLife: '2026-09-30' },
  },
};

const titanImage: Row = {
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

const reel: Row = {
  like: invokedModel,
  but: {
    kind: 'video',
    family: 'nova-reel',
    name: 'Nova Reel',
    operations: { InvokeModel: false, StartAsyncInvoke: true },
    inputs: { image: { ...images, formats: ['png', 'jpeg'], s3: true, maxCount: 1 } },
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'end-of-life', legacySince: '2026-03-30', endOfLife: '2026-09-30' },
  },
};

const sonic: Row = {
  like: invokedModel,
  but: {
    kind: 'speech',
    family: 'nova-sonic',
    name: 'Nova 2 Sonic',
    operations: { InvokeModel: false, InvokeModelWithBidirectionalStream: true },
    system: true,
    toolUse: 'unknown',
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'active' },
  },
};

const rerank: Row = {
  like: invokedModel,
  but: {
    kind: 'rerank',
    family: 'amazon-rerank',
    name: 'Amazon Rerank 1.0',
    operations: { Rerank: true },
    rerank: { body: 'amazon', maxDocuments: 1000, json: true },
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'active' },
  },
};

/** Every model of Amazon's own on Bedrock. */
export const amazon: VendorTable = {
  rows: {
    'nova-2-lite': nova2,
    'nova-2-sonic': sonic,
    'nova-2-multimodal-embeddings': novaEmbedding,
    'nova-premier': {
      like: nova,
      but: {
        name: 'Nova Premier',
        contextWindow: 1_000_000,
        optimizedLatency: false,
        promptCaching: 'unknown',
        addressing: { onDemand: false, profiles: ['us'] },
        lifecycle: { status: 'end-of-life', legacySince: '2026-03-13', endOfLife: '2026-09-14' },
      },
    },
    'nova-pro': nova,
    'nova-lite': {
      like: nova,
      but: {
        name: 'Nova Lite',
        optimizedLatency: false,
        addressing: { profiles: ['us', 'eu', 'apac', 'ca'] },
      },
    },
    'nova-micro': {
      like: nova,
      but: {
        name: 'Nova Micro',
        contextWindow: 128_000,
        inputs: { image: false, document: false, video: false },
        toolUse: { results: { image: false, document: false, video: false } },
        optimizedLatency: false,
      },
    },
    'nova-canvas': canvas,
    'nova-reel': reel,
    'nova-sonic': {
      like: sonic,
      but: {
        name: 'Nova Sonic',
        lifecycle: { status: 'end-of-life', legacySince: '2026-03-13', endOfLife: '2026-09-14' },
      },
    },
    'titan-text-express': titanText,
    'titan-text-lite': {
      like: titanText,
      but: { name: 'Titan Text Lite', contextWindow: 4000, maxOutputTokens: 4096 },
    },
    'titan-text-premier': {
      like: titanText,
      but: {
        name: 'Titan Text Premier',
        contextWindow: 32_000,
        maxOutputTokens: 3072,
        lifecycle: { endOfLife: undefined },
      },
    },
    'titan-tg1-large': {
      like: titanText,
      but: { name: 'Titan Text Large', lifecycle: { status: 'unknown', endOfLife: undefined } },
    },
    'titan-embed-text-v2': titanEmbedding,
    'titan-embed-text': {
      like: titanEmbedding,
      but: {
        name: 'Titan Embeddings G1 Text',
        embedding: { body: 'titan-text-v1', dimensions: [1536], defaultDimensions: 1536, types: ['float'] },
      },
    },
    'titan-embed-image': titanMultimodal,
    'titan-image-generator-v2': titanImage,
    'titan-image-generator': {
      like: titanImage,
      but: {
        name: 'Titan Image Generator G1',
        image: { tasks: ['text-to-image', 'variation', 'inpainting', 'outpainting'] },
        lifecycle: { legacySince: undefined, endOfLife: undefined },
      },
    },
    rerank,
  },
  newest: [
    [/^nova.*embed/, novaEmbedding],
    [/^nova.*canvas/, canvas],
    [/^nova.*reel/, reel],
    [/^nova.*sonic/, sonic],
    [/^nova/, nova2],
    [/^titan.*embed.*image/, titanMultimodal],
    [/^titan.*embed/, titanEmbedding],
    [/^titan.*image/, titanImage],
    [/^titan/, titanText],
    [/^rerank/, rerank],
  ],
};
