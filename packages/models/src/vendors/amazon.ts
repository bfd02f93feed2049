/**
 * Amazon's own models: Nova, Titan, Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import type { VendorTable } from '../row.ts';
import { amazonEmbeddings } from './amazon-embeddings.ts';
import { amazonImages } from './amazon-images.ts';
import { nova, nova2, reel, sonic } from './amazon-nova.ts';
import { amazonRerank } from './amazon-rerank.ts';
import { titanText } from './amazon-titan.ts';

/** Every model of Amazon's own on Bedrock. */
export const amazon: VendorTable = {
  rows: {
    ...amazonEmbeddings.rows,
    ...amazonImages.rows,
    ...amazonRerank.rows,
    'nova-2-lite': nova2,
    'nova-2-sonic': sonic,
    'nova-premier': {
      like: nova,
      but: {
        name: 'Nova Premier',
        contextWindow: 1_000_000,
        optimizedLatency: false,
        promptCaching: 'unknown',
        addressing: { onDemand: false, profiles: ['us'] },
        lifecycle: {
          status: 'end-of-life',
          legacySince: '2026-03-13',
          endOfLife: '2026-09-14',
          replacement: 'amazon.nova-2-lite-v1:0',
        },
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
    'nova-reel': reel,
    'nova-sonic': {
      like: sonic,
      but: {
        name: 'Nova Sonic',
        lifecycle: {
          status: 'end-of-life',
          legacySince: '2026-03-13',
          endOfLife: '2026-09-14',
          replacement: 'amazon.nova-2-sonic-v1:0',
        },
      },
    },
    'titan-text-express': titanText,
    'titan-text-lite': {
      like: titanText,
      but: { name: 'Titan Text Lite', contextWindow: 4096, maxOutputTokens: 4096 },
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
  },
  newest: [
    ...amazonEmbeddings.newest,
    ...amazonImages.newest,
    ...amazonRerank.newest,
    [/^nova.*reel/, reel],
    [/^nova.*sonic/, sonic],
    [/^nova/, nova2],
    [/^titan/, titanText],
  ],
};
