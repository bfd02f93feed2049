/**
 * What a record says before any vendor has spoken: one base for a model of which nothing is known, and one for each
 * kind that answers only to InvokeModel.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 * @module
 */
import type { Facts, Row } from './row.ts';

/** Nothing is known. */
export const unknownModel: Facts = {
  family: 'unknown',
  name: '',
  kind: 'unknown',
  operations: {
    Converse: 'unknown',
    ConverseStream: 'unknown',
    InvokeModel: 'unknown',
    InvokeModelWithResponseStream: 'unknown',
    InvokeModelWithBidirectionalStream: 'unknown',
    StartAsyncInvoke: 'unknown',
    CountTokens: 'unknown',
    Rerank: 'unknown',
  },
  addressing: { onDemand: 'unknown', profiles: 'unknown' },
  lifecycle: { status: 'unknown', legacySince: undefined, endOfLife: undefined, replacement: undefined },
  contextWindow: 'unknown',
  maxOutputTokens: 'unknown',
  inputs: { text: 'unknown', image: 'unknown', document: 'unknown', video: 'unknown', audio: 'unknown' },
  system: 'unknown',
  systemMessages: 'unknown',
  toolUse: 'unknown',
  structuredOutput: { native: 'unknown' },
  reasoning: { kind: 'unknown' },
  sampling: { temperature: 'unknown', topP: 'unknown', topK: 'unknown', temperatureXorTopP: 'unknown' },
  stopSequences: 'unknown',
  prefill: 'unknown',
  promptCaching: 'unknown',
  citations: 'unknown',
  guardrails: 'unknown',
  serviceTiers: 'unknown',
  optimizedLatency: 'unknown',
  usage: { inputIncludesCacheWrites: 'unknown' },
  embedding: 'unknown',
  image: 'unknown',
  rerank: 'unknown',
};

/** A model that converses: what Converse itself gives to every model, and what none of them is. */
export const languageModel: Row = {
  like: unknownModel,
  but: {
    kind: 'language',
    operations: {
      Converse: true,
      ConverseStream: true,
      InvokeModel: true,
      InvokeModelWithResponseStream: true,
      InvokeModelWithBidirectionalStream: false,
      StartAsyncInvoke: false,
      Rerank: false,
    },
    inputs: { text: true, video: false, audio: false },
    system: true,
    promptCaching: false,
    optimizedLatency: false,
    sampling: { temperature: true, topP: true, temperatureXorTopP: false },
    // InferenceConfiguration of the service model: at most 2,500 stop sequences.
    stopSequences: { max: 2500, reportedAt: [] },
    embedding: false,
    image: false,
    rerank: false,
  },
};

/** A model that answers to InvokeModel alone, with a body of its own. */
export const invokedModel: Row = {
  like: unknownModel,
  but: {
    operations: {
      Converse: false,
      ConverseStream: false,
      InvokeModel: true,
      InvokeModelWithResponseStream: false,
      InvokeModelWithBidirectionalStream: false,
      StartAsyncInvoke: false,
      CountTokens: false,
      Rerank: false,
    },
    inputs: { text: true, image: false, document: false, video: false, audio: false },
    system: false,
    systemMessages: false,
    toolUse: false,
    structuredOutput: { native: false },
    reasoning: { kind: 'none' },
    sampling: { temperature: false, topP: false, topK: false, temperatureXorTopP: false },
    stopSequences: false,
    prefill: false,
    promptCaching: false,
    citations: false,
    optimizedLatency: false,
    usage: { inputIncludesCacheWrites: false },
    embedding: false,
    image: false,
    rerank: false,
  },
};
