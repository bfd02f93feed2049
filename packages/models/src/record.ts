/**
 * The record that `capabilitiesOf` gives: every member is always there, and what nobody has published is `'unknown'`.
 *
 * Three conventions hold throughout. A {@link Support} is `true`, `false` or `'unknown'`. A {@link Feature} is an object
 * with details, `false` when the model does not have it, or `'unknown'`. A {@link Quantity} is a number or `'unknown'`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import type { Inputs } from './input-record.ts';
import type { EmbeddingCapabilities, ImageCapabilities, RerankCapabilities } from './invoke-record.ts';
import type { Reasoning, RequestFields } from './reasoning-record.ts';
import type { ToolUse } from './tool-record.ts';

/** Whether something works. `true`: it does. `false`: the request is refused, or the member is ignored. `'unknown'`: no source tells. */
export type Support = boolean | 'unknown';
/** What the model can do: details, `false` if it cannot do it, or `'unknown'` if no source tells. */
export type Feature<Details> = Details | false | 'unknown';
/** A count or a limit, in the unit that the member names, or `'unknown'` if no source tells. */
export type Quantity = number | 'unknown';

/** What a model answers with. A `rerank` model answers with an order of documents; of an `unknown` one nothing is known. */
export type ModelKind = 'language' | 'embedding' | 'image' | 'rerank' | 'video' | 'speech' | 'unknown';

/** AWS's names of the operations that a model may answer: those of Bedrock Runtime, and `Rerank` of Bedrock Agent Runtime. */
export type OperationName =
  | 'Converse'
  | 'ConverseStream'
  | 'InvokeModel'
  | 'InvokeModelWithResponseStream'
  | 'InvokeModelWithBidirectionalStream'
  | 'StartAsyncInvoke'
  | 'CountTokens'
  | 'Rerank';

/** A way to get an answer that fits a JSON schema. */
export type StructuredOutputMeans =
  /** The member `outputConfig.textFormat` of the Converse request. */
  | 'native'
  /** A tool with `strict: true` that the model is made to call. */
  | 'strict-tool'
  /** A tool that the model is made to call by `toolChoice` (`any` or `tool`). */
  | 'forced-tool'
  /** A tool that the model may call: `toolChoice` is left at `auto`. */
  | 'tool'
  /** The schema written into the prompt. */
  | 'instruction';

/** How a model can be made to answer with JSON that fits a schema. */
export interface StructuredOutput {
  /** Whether Converse takes `outputConfig.textFormat`. */
  readonly native: Support;
  /** Whether ConverseStream takes it, too. Unless it is `true`, `'native'` is no means for a streamed answer. */
  readonly nativeStreaming: Support;
  /**
   * Fields for `additionalModelRequestFields` that make `native` binding, where it otherwise only guides the model, as with GPT. The schema
   * must then be one that OpenAI's strict mode takes.
   * @see https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas
   */
  readonly strictFields: RequestFields | undefined;
  /** The means that are known to work, best first; never empty for a language model. */
  readonly means: readonly StructuredOutputMeans[];
  /** The means that work while the model reasons, best first: without forced tools if the model refuses them then. */
  readonly meansWhileReasoning: readonly StructuredOutputMeans[];
}

/** The sampling parameters that a model takes while it does not reason; `reasoning.sampling` has those that it takes while it does. */
export interface Sampling {
  /** `inferenceConfig.temperature`. */
  readonly temperature: Support;
  /** `inferenceConfig.topP`. */
  readonly topP: Support;
  /** Where top-k goes inside `additionalModelRequestFields`, and its range. Converse itself has no such member. */
  readonly topK: Feature<{
    readonly path: readonly string[];
    readonly min: Quantity;
    readonly max: Quantity;
  }>;
  /** `true`: a request with both temperature and top-p is refused. */
  readonly temperatureXorTopP: Support;
}

/** How a model caches prompts: with `cachePoint` blocks, or without them (`implicit`). */
export interface PromptCaching {
  /** Where a cache point may stand. Empty if the model caches but no place for a point in Converse is documented. */
  readonly places: readonly ('system' | 'messages' | 'tools')[];
  /** The least number of tokens before the first point. With fewer, the call works and nothing is cached. */
  readonly minTokens: Quantity;
  /** The most points in one request. */
  readonly maxPoints: Quantity;
  /** The accepted values of `cachePoint.ttl`; a point without one gets the first. Empty: send no `ttl`. */
  readonly ttls: readonly ('5m' | '1h')[];
  /** How many content blocks before a point are searched for an older entry. */
  readonly lookBackBlocks: Quantity;
  /** The most tokens that are cached. */
  readonly maxTokens: Quantity;
  /** Whether the service caches without being asked. */
  readonly implicit: Support;
}

/**
 * Where a model stood in its life when the table was checked. Dates are ISO days such as `2026-10-14`: the last one if Regions differ,
 * `undefined` if none is published.
 */
export interface Lifecycle {
  /** `legacy`: AWS serves it only to accounts that use it, until its end. `end-of-life`: calls fail. */
  readonly status: 'active' | 'legacy' | 'end-of-life' | 'unknown';
  /** The day on which it became a legacy model. */
  readonly legacySince: string | undefined;
  /** The day after which calls fail. */
  readonly endOfLife: string | undefined;
  /** A model of the same line that is served and not legacy itself, for a warning to name. It need not answer alike. */
  readonly replacement: string | undefined;
}

/** How a model may be addressed. */
export interface Addressing {
  /**
   * Whether the bare id can be called. `true`: in one Region at least. `false`: it is refused ("on-demand throughput isn't supported"), and
   * an inference profile is needed.
   */
  readonly onDemand: Support;
  /** The prefixes of its inference profiles, such as `us` and `global`; empty if it has none. */
  readonly profiles: readonly string[] | 'unknown';
}

/** Everything that is known of one model on Bedrock. */
export interface ModelCapabilities {
  /** The id or ARN that was asked for, as it was given. */
  readonly id: string;
  /** The `vendor.model` id that the record describes; `undefined` if the id hides it and no `baseModelId` was given. */
  readonly baseModelId: string | undefined;
  /**
   * Where the record comes from. `model`: the table has this model. `family`: the table does not, and the record has the newest rules of its
   * family. `none`: nothing is known of the model.
   */
  readonly match: 'model' | 'family' | 'none';
  /** Who makes it: `anthropic`, `amazon`, `meta`, …, or `unknown`. */
  readonly vendor: string;
  /** The line of models that it belongs to: `claude`, `nova`, `titan-text`, `llama`, `command`, …, or `unknown`. */
  readonly family: string;
  /** The name for people, such as `Claude Opus 5.5`; the id for a model that the table lacks. */
  readonly name: string;
  /** What it answers with. */
  readonly kind: ModelKind;
  /** Which operations it answers. */
  readonly operations: Readonly<Record<OperationName, Support>>;
  /** Whether its bare id can be called, and which inference profiles it has. */
  readonly addressing: Addressing;
  /** Whether it is active, and when it ends. */
  readonly lifecycle: Lifecycle;

  /** The most tokens of prompt and answer together. */
  readonly contextWindow: Quantity;
  /** The largest `inferenceConfig.maxTokens`. */
  readonly maxOutputTokens: Quantity;
  /** The smallest `inferenceConfig.maxTokens`. */
  readonly minOutputTokens: number;
  /** The number of tokens after which Converse ends an answer if `inferenceConfig.maxTokens` is not sent. */
  readonly defaultOutputTokens: Quantity;

  /** Which media a message may carry. */
  readonly inputs: Inputs;
  /** The `system` member of a Converse request. */
  readonly system: Support;
  /** Messages with the role `system` among the others, and the tools that such messages add and remove. */
  readonly systemMessages: Support;
  /** How it works with tools. `'ignored'`: Converse takes tools, but the model never calls one, and results of calls are refused. */
  readonly toolUse: Feature<ToolUse> | 'ignored';
  /** How it can be made to answer with JSON that fits a schema. */
  readonly structuredOutput: StructuredOutput;
  /** How it reasons, and how a request controls that. */
  readonly reasoning: Reasoning;
  /** Which sampling parameters it takes. */
  readonly sampling: Sampling;
  /** `inferenceConfig.stopSequences`. */
  readonly stopSequences: Feature<{
    /** The most sequences in one request. */
    readonly max: Quantity;
    /** JSON Pointers for `additionalModelResponseFieldPaths` under which the answer tells which sequence was met: one for Converse, one for ConverseStream. */
    readonly reportedAt: readonly string[];
  }>;
  /** A last message of the role `assistant` that the model continues. `false`: the request is refused. */
  readonly prefill: Support;
  /** A first message of the role `assistant`. `false`: the request is refused. */
  readonly assistantFirst: Support;
  /** How it caches prompts. */
  readonly promptCaching: Feature<PromptCaching>;
  /** `citations.enabled` on document blocks. */
  readonly citations: Support;
  /** `guardrailConfig`. */
  readonly guardrails: Support;
  /** The accepted values of `serviceTier.type`. */
  readonly serviceTiers: readonly ('default' | 'priority' | 'flex' | 'reserved')[] | 'unknown';
  /** `performanceConfig.latency: 'optimized'`, in some Regions at least, and only through an inference profile. */
  readonly optimizedLatency: Support;
  /** Where `usage` differs from `total input = inputTokens + cacheReadInputTokens + cacheWriteInputTokens`. */
  readonly usage: {
    /**
     * Whether `inputTokens` in the `metadata` event of ConverseStream already includes what was read from and written to the cache, so that the
     * sum counts it twice. Converse counts such models as documented.
     */
    readonly inputIncludesCacheWrites: Support;
  };

  /** What it takes and gives as an embedding model. */
  readonly embedding: Feature<EmbeddingCapabilities>;
  /** What it takes and gives as an image model. */
  readonly image: Feature<ImageCapabilities>;
  /** What it takes as a rerank model. */
  readonly rerank: Feature<RerankCapabilities>;
}
