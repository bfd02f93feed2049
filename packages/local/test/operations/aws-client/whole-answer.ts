// An answer with every member that it may have, and each of its blocks with every member of its own.
import type { ContentBlock } from '@aws-sdk/client-bedrock-runtime';

export const bytes = new Uint8Array([0, 1, 2, 250, 251, 252]);

/** Every kind of block that an answer may hold, every member set. */
export const blocks: ContentBlock[] = [
  { text: 'Grüße, 世界 🌍' },
  { reasoningContent: { reasoningText: { text: 'thinking', signature: 'c2ln' } } },
  { reasoningContent: { redactedContent: bytes } },
  {
    toolUse: {
      toolUseId: 'tooluse_1',
      name: 'weather',
      input: { city: 'Lisbon', days: [1, null, { deep: true }] },
    },
  },
  {
    toolResult: {
      toolUseId: 'srv_1',
      status: 'success',
      type: 'x',
      content: [{ json: { a: 1 } }, { text: 't' }],
    },
  },
  { image: { format: 'png', source: { bytes } } },
  {
    citationsContent: {
      content: [{ text: 'cited' }],
      citations: [
        {
          title: 'title',
          source: 'source',
          sourceContent: [{ text: 'text' }],
          location: { documentPage: { documentIndex: 0, start: 1, end: 2 } },
        },
      ],
    },
  },
];

export const usage = {
  inputTokens: 1,
  outputTokens: 2,
  totalTokens: 10,
  cacheReadInputTokens: 3,
  cacheWriteInputTokens: 4,
  cacheDetails: [{ ttl: '1h' as const, inputTokens: 4 }],
};

export const trace = {
  guardrail: {
    modelOutput: ['out'],
    actionReason: 'reason',
    inputAssessment: {
      gr1: {
        topicPolicy: {
          topics: [{ name: 'n', type: 'DENY' as const, action: 'BLOCKED' as const, detected: true }],
        },
        invocationMetrics: {
          guardrailProcessingLatency: 12,
          guardrailCoverage: { textCharacters: { guarded: 1, total: 2 } },
        },
      },
    },
    outputAssessments: { gr1: [{ wordPolicy: { customWords: [], managedWordLists: [] } }] },
  },
  promptRouter: { invokedModelId: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0' },
};

export const rest = {
  stopReason: 'model_context_window_exceeded' as const,
  usage,
  additionalModelResponseFields: { a: ['b', 1, null] },
  trace,
  performanceConfig: { latency: 'optimized' as const },
  serviceTier: { type: 'flex' as const },
};
