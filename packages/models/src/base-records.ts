/**
 * The records from which vendors' rows depart: of a model of which nothing is known, of one that answers to InvokeModel alone, and of two
 * kinds that converse.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 * @module
 */
import { invoked, unknownInvoked } from './invoked-records.ts';
import { documents } from './media.ts';
import type { Facts, Part, Row } from './row.ts';
import { textTools } from './tool-use.ts';

/** Nothing is known. */
export const unknownModel: Facts = {
  ...unknownInvoked,
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
  contextWindow: 'unknown',
  maxOutputTokens: 'unknown',
  minOutputTokens: 1,
  defaultOutputTokens: 'unknown',
  inputs: { text: 'unknown', image: 'unknown', document: 'unknown', video: 'unknown', audio: 'unknown' },
  system: 'unknown',
  systemMessages: 'unknown',
  toolUse: 'unknown',
  structuredOutput: { native: 'unknown', strictFields: undefined },
  reasoning: { kind: 'unknown' },
  sampling: { temperature: 'unknown', topP: 'unknown', topK: 'unknown', temperatureXorTopP: 'unknown' },
  stopSequences: 'unknown',
  prefill: 'unknown',
  assistantFirst: 'unknown',
  promptCaching: 'unknown',
  citations: 'unknown',
  guardrails: 'unknown',
  serviceTiers: 'unknown',
  optimizedLatency: 'unknown',
  usage: { inputIncludesCacheWrites: 'unknown' },
};

/** A model that answers to InvokeModel alone, with a body of its own, under its own id: in the end every row departs from it. */
export const invokedModel: Part<Facts> = {
  ...invoked,
  operations: {
    Converse: false,
    ConverseStream: false,
    InvokeModel: true,
    InvokeModelWithResponseStream: false,
    InvokeModelWithBidirectionalStream: false,
    StartAsyncInvoke: false,
    // For Claude alone: https://docs.aws.amazon.com/bedrock/latest/userguide/count-tokens.html. Nova is refused:
    // https://alchemy.run/providers/aws/bedrock/counttokens.
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
  // Also measured of most models that converse: https://github.com/pydantic/pydantic-ai/pull/6255
  assistantFirst: false,
  promptCaching: false,
  citations: false,
  optimizedLatency: false,
  usage: { inputIncludesCacheWrites: false },
};

/**
 * A model of Bedrock's first years that converses: text and documents in, text out. What it does beyond that, its row says.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 */
export const textModel: Row = {
  but: {
    kind: 'language',
    operations: { Converse: true, ConverseStream: true, InvokeModelWithResponseStream: true },
    inputs: { document: documents },
    system: true,
    sampling: { temperature: true, topP: true },
    stopSequences: { max: 'unknown', reportedAt: [] },
    prefill: 'unknown',
    // What AWS's own list of models says of most of them, as recorded in github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json.
    guardrails: true,
  },
};

/**
 * An open-weight model on Bedrock's newer serving stack: schemas and strict tools are enforced by the service, tool
 * results are text. What is refused and what is ignored was measured: github.com/stdapi-ai/stdapi.ai, tests/probes/results.
 * The 4K to 40K tokens that most cards give for an answer are no limit, as far as it was measured, so no row has them:
 * https://github.com/BerriAI/litellm/issues/22478, https://github.com/anomalyco/models.dev/pull/1272.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html
 */
export const openWeightModel: Row = {
  like: textModel,
  but: {
    inputs: { document: false },
    systemMessages: 'unknown',
    // Images in tool results work for Claude, Nova and Llama 4 alone, measured in github.com/anomalyco/opencode/issues/49443. Told to call
    // any tool, most of these models call one; told to call a certain one, they answer in text, though Converse takes the choice:
    // github.com/langchain-ai/langchain-aws/issues/1270 and pull/1261.
    toolUse: {
      ...textTools,
      streaming: 'unknown',
      strict: true,
      choices: { auto: true, any: true, tool: 'ignored' },
    },
    structuredOutput: { native: true },
    reasoning: { kind: 'unknown' },
    sampling: { topK: 'unknown' },
    // "This model doesn't support the stopSequences field", say gpt-oss, Qwen, DeepSeek V3.1, Kimi, MiniMax, GLM and Gemma 3 alike:
    // github.com/langchain4j/langchain4j/issues/3650, github.com/langchain-ai/langchain-aws/issues/664.
    stopSequences: false,
    assistantFirst: 'unknown',
    serviceTiers: ['default', 'priority', 'flex'],
  },
};
