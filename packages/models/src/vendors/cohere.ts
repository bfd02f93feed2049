/**
 * Cohere: Command, Embed, Rerank.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html
 * @module
 */
import { invokedModel, languageModel } from '../base-records.ts';
import { documents, images } from '../media.ts';
import type { Row, VendorTable } from '../row.ts';
import { toolUse } from '../tool-use.ts';

const command: Row = {
  like: languageModel,
  but: {
    family: 'command',
    name: 'Command',
    inputs: { image: false, document: documents },
    system: false,
    systemMessages: false,
    toolUse: false,
    structuredOutput: { native: false, nativeStreaming: false },
    reasoning: { kind: 'none' },
    sampling: { topK: { path: ['k'], min: 0, max: 500 } },
    citations: false,
    guardrails: true,
    contextWindow: 4000,
    maxOutputTokens: 4000,
    addressing: { onDemand: true, profiles: [] },
    lifecycle: {
      status: 'end-of-life',
      legacySince: '2024-10-04',
      endOfLife: '2025-08-12',
      replacement: 'cohere.command-r-v1:0',
    },
  },
};

const commandR: Row = {
  like: command,
  but: {
    name: 'Command R',
    system: true,
    toolUse: {
      ...toolUse,
      choices: { auto: true, any: false, tool: false },
      strict: false,
      results: { ...toolUse.results, image: false, video: false, searchResult: false },
    },
    guardrails: false,
    contextWindow: 128_000,
    lifecycle: { legacySince: '2026-02-19', endOfLife: '2026-08-19', replacement: undefined },
  },
};

const embed4: Row = {
  like: invokedModel,
  but: {
    kind: 'embedding',
    family: 'cohere-embed',
    name: 'Embed v4',
    inputs: { image: { ...images, s3: false, maxCount: 96, maxBytes: 5_242_880 } },
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
    addressing: { onDemand: true, profiles: ['us', 'eu', 'global'] },
    lifecycle: { status: 'active' },
  },
};

const embed3: Row = {
  like: embed4,
  but: {
    name: 'Embed English',
    inputs: { image: { formats: ['png', 'jpeg'], maxCount: 1 } },
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

const rerank: Row = {
  like: invokedModel,
  but: {
    kind: 'rerank',
    family: 'cohere-rerank',
    name: 'Rerank 3.5',
    operations: { Rerank: true },
    rerank: { body: 'cohere', maxDocuments: 1000, json: true },
    addressing: { onDemand: true, profiles: [] },
    lifecycle: { status: 'active' },
  },
};

/** Every model of Cohere's that Bedrock serves or served. */
export const cohere: VendorTable = {
  rows: {
    'command-r-plus': { like: commandR, but: { name: 'Command R+' } },
    'command-r': commandR,
    'command-light-text-v14': {
      like: command,
      but: { name: 'Command Light', inputs: { document: false } },
    },
    'command-text-v14': command,
    'embed-v4': embed4,
    'embed-english-v3': embed3,
    'embed-multilingual-v3': { like: embed3, but: { name: 'Embed Multilingual' } },
    'rerank-v3-5': rerank,
  },
  newest: [
    [/embed/, embed4],
    [/rerank/, rerank],
    [/^command/, commandR],
  ],
};
