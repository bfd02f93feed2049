/**
 * Amazon's own models: Nova, Titan, Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html
 * @module
 */
import { invokedModel } from '../base-records.ts';
import type { Row, VendorTable } from '../row.ts';
import { canvas, nova, nova2, novaEmbedding, reel, sonic } from './amazon-nova.ts';
import { titanEmbedding, titanImage, titanMultimodal, titanText } from './amazon-titan.ts';

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
