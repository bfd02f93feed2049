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

/** `true`: it works. `false`: the request is refused or the member is ignored. `'unknown'`: no source says. */
export type Support = boolean | 'unknown';
/** Details of what works, `false` for what does not, `'unknown'` for what no source tells. */
export type Feature<Details> = Details | false | 'unknown';
/** A count or a limit, in the unit that the member's name or docstring gives. */
export type Quantity = number | 'unknown';

/** What a model answers with. `rerank` answers with an order, `unknown` is a model of which nothing is known. */
export type ModelKind = 'language' | 'embedding' | 'image' | 'rerank' | 'video' | 'speech' | 'unknown';

/** Operations of Bedrock Runtime (and `Rerank` of Bedrock Agent Runtime) that a model may answer to, by AWS's names. */
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
  /** `outputConfig.textFormat` of the Converse request. */
  | 'native'
  /** A tool with `strict: true` that the model is made to call. */
  | 'strict-tool'
  /** A tool that the model is made to call by `toolChoice` (`any` or `tool`). */
  | 'forced-tool'
  /** A tool that the model may call: `toolChoice` is left at `auto`. */
  | 'tool'
  /** The schema written into the prompt. */
  | 'instruction';

/** Answers by a JSON schema. */
export interface StructuredOutput {
  /** `outputConfig.textFormat` in Converse. */
  readonly native: Support;
  /** The same in ConverseStream. Where it is not `true`, `'native'` is no means for a streamed answer. */
  readonly nativeStreaming: Support;
  /**
   * Fields without which `native` only guides the model, as it does for GPT. They bind it to schemas that OpenAI's strict mode takes.
   * @see https://developers.openai.com/api/docs/guides/structured-outputs#supported-schemas
   */
  readonly strictFields: RequestFields | undefined;
  /** Every means that is known to work, best first; never empty for a language model. */
  readonly means: readonly StructuredOutputMeans[];
  /** The same while the model reasons: without forced tools where the model refuses them then. */
  readonly meansWhileReasoning: readonly StructuredOutputMeans[];
}

/** The sampling parameters while the model does not reason; see `reasoning.sampling` for what is left when it does. */
export interface Sampling {
  readonly temperature: Support;
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

/** `cachePoint` blocks. Caching that happens without them is `implicit`. */
export interface PromptCaching {
  /** Where a cache point may stand; empty where the model caches, but no place for a point in Converse is documented. */
  readonly places: readonly ('system' | 'messages' | 'tools')[];
  /** Tokens before the first point; below that the call works and nothing is cached. */
  readonly minTokens: Quantity;
  /** Points in one request. */
  readonly maxPoints: Quantity;
  /** Accepted values of `cachePoint.ttl`; the first is what a point without `ttl` gets. Empty: send none. */
  readonly ttls: readonly ('5m' | '1h')[];
  /** Content blocks that are searched backwards from a point for an older entry. */
  readonly lookBackBlocks: Quantity;
  /** Tokens that are cached at most. */
  readonly maxTokens: Quantity;
  /** The service caches without being asked. */
  readonly implicit: Support;
}

/**
 * Where a model stood in its life when the table was checked. Dates are ISO days (`2026-10-14`), where Regions differ
 * the last; `undefined` where none is published.
 */
export interface Lifecycle {
  /** `legacy`: it is served to accounts that use it, and has an end. `end-of-life`: calls fail. */
  readonly status: 'active' | 'legacy' | 'end-of-life' | 'unknown';
  /** The day on which it became a legacy model. */
  readonly legacySince: string | undefined;
  /** The day after which calls fail. */
  readonly endOfLife: string | undefined;
  /** A model of the same line that is still served: what a warning can name. No promise that it answers alike. */
  readonly replacement: string | undefined;
}

/** How a model may be addressed. */
export interface Addressing {
  /**
   * `false`: the bare id is refused ("on-demand throughput isn't supported"), an inference profile is needed.
   * `true`: it is accepted in one Region at least.
   */
  readonly onDemand: Support;
  /** Prefixes of the inference profiles that exist, such as `us` and `global`; empty where there are none. */
  readonly profiles: readonly string[] | 'unknown';
}

/** Everything that is known of one model on Bedrock. */
export interface ModelCapabilities {
  /** The id or ARN that was asked for, as it was given. */
  readonly id: string;
  /** The `vendor.model` id that the record describes; `undefined` when the id hides it and no `baseModelId` was given. */
  readonly baseModelId: string | undefined;
  /**
   * How the record was found. `model`: the table has this model. `family`: it has not, and these are the newest rules
   * of its family. `none`: nothing is known of it.
   */
  readonly match: 'model' | 'family' | 'none';
  /** `anthropic`, `amazon`, `meta`, …, or `unknown`. */
  readonly vendor: string;
  /** `claude`, `nova`, `titan-text`, `llama`, `command`, …, or `unknown`. */
  readonly family: string;
  /** For people: `Claude Opus 5.5`. The id itself for a model that the table lacks. */
  readonly name: string;
  readonly kind: ModelKind;
  readonly operations: Readonly<Record<OperationName, Support>>;
  readonly addressing: Addressing;
  readonly lifecycle: Lifecycle;

  /** Tokens of prompt and answer together. */
  readonly contextWindow: Quantity;
  /** The largest `inferenceConfig.maxTokens`. */
  readonly maxOutputTokens: Quantity;
  /** The smallest `inferenceConfig.maxTokens`. */
  readonly minOutputTokens: number;
  /** Tokens after which Converse ends an answer when `inferenceConfig.maxTokens` is not sent. */
  readonly defaultOutputTokens: Quantity;

  readonly inputs: Inputs;
  /** The `system` member of a Converse request. */
  readonly system: Support;
  /** Messages with the role `system` between the others, and the tool additions and removals that they carry. */
  readonly systemMessages: Support;
  /** `'ignored'`: Converse takes tools, and the model never calls one; results of calls are refused. */
  readonly toolUse: Feature<ToolUse> | 'ignored';
  readonly structuredOutput: StructuredOutput;
  readonly reasoning: Reasoning;
  readonly sampling: Sampling;
  /** `inferenceConfig.stopSequences`. */
  readonly stopSequences: Feature<{
    /** Sequences in one request. */
    readonly max: Quantity;
    /** JSON Pointers for `additionalModelResponseFieldPaths` under which the answer tells the one that was met; one fits Converse, one ConverseStream. */
    readonly reportedAt: readonly string[];
  }>;
  /** A last message of the role `assistant` that the model continues. `false`: the request is refused. */
  readonly prefill: Support;
  /** A first message of the role `assistant`. `false`: the request is refused. */
  readonly assistantFirst: Support;
  readonly promptCaching: Feature<PromptCaching>;
  /** `citations.enabled` on document blocks. */
  readonly citations: Support;
  /** `guardrailConfig`. */
  readonly guardrails: Support;
  /** Values of `serviceTier.type`. */
  readonly serviceTiers: readonly ('default' | 'priority' | 'flex' | 'reserved')[] | 'unknown';
  /** `performanceConfig.latency: 'optimized'`, in some Regions at least, and through an inference profile alone. */
  readonly optimizedLatency: Support;
  /** Where `usage` departs from `total input = inputTokens + cacheReadInputTokens + cacheWriteInputTokens`. */
  readonly usage: {
    /**
     * `true`: in the `metadata` event of ConverseStream `inputTokens` already holds what was read from and written to
     * the cache, so that the sum counts it twice. Converse counts such models as documented.
     */
    readonly inputIncludesCacheWrites: Support;
  };

  readonly embedding: Feature<EmbeddingCapabilities>;
  readonly image: Feature<ImageCapabilities>;
  readonly rerank: Feature<RerankCapabilities>;
}
