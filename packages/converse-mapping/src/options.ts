// What a caller can say beyond the AI SDK's own settings: `providerOptions.bedrock` of a call, a message, a part or a tool.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { JSONObject } from '@ai-sdk/provider';
import type {
  CacheTTL,
  GuardrailConverseContentQualifier,
  GuardrailStreamConfiguration,
  OutputConfig,
  PerformanceConfiguration,
  ServiceTier,
  ServiceTierType,
} from '@bedrock-kit/protocol';

/** The same members as type aliases, at every depth: `providerOptions` must be JSON, and the compiler takes no interface for that. */
type Plain<Value> = Value extends object ? { [Key in keyof Value]: Plain<Value[Key]> } : Value;

/** Whether, how and how much the model thinks before it answers. Wins over the AI SDK's `reasoning`. */
export type ReasoningConfig = {
  /**
   * Whether to think: `enabled`, `adaptive`, `disabled`, or another mode of the model, such as `between_tools`. Default: `enabled` if there is
   * a budget or an effort, else what the AI SDK's `reasoning` says.
   */
  type?: 'enabled' | 'adaptive' | 'disabled' | (string & {}) | undefined;
  /**
   * The most tokens to think with, for models with a budget; at least 1,024 for Claude. A budget that leaves no room for the answer is lowered,
   * with a warning.
   */
  budgetTokens?: number | undefined;
  /**
   * The effort, for models that have one. A level that the model lacks becomes the next lower one, else the next higher, with a warning. A word
   * beside these is sent as it is.
   */
  maxReasoningEffort?: 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max' | undefined;
  /** What is shown of adaptive thinking: a summary (`summarized`) or nothing (`omitted`). */
  display?: 'omitted' | 'summarized' | (string & {}) | undefined;
};

/**
 * A cache point: `true`, or `{ type: 'default' }`, which means the same. `ttl` is how long the cache keeps the prompt, `5m` or `1h`; by default
 * as long as the model does. `ephemeral`, Anthropic's name of the type, works too.
 */
// Versions 2 and 3 of `@ai-sdk/amazon-bedrock` took any word for the type, and apps write this one: https://github.com/anomalyco/opencode
export type CachePointOption =
  | boolean
  | {
      /** `default`, which is what a cache point is without it. `ephemeral` is Anthropic's name of the same. */
      type?: 'default' | 'ephemeral' | undefined;
      /** How long the cache keeps the prompt, `5m` or `1h`. Default: as long as the model does. */
      ttl?: CacheTTL | undefined;
    };

/** `providerOptions.bedrock` of a call; as settings of a model they are defaults that a call overrides. */
export type BedrockLanguageModelOptions = {
  /** The model's own fields, for which Converse has no member. Merged with those that the mapping adds, over which they win. */
  additionalModelRequestFields?: JSONObject | undefined;
  /**
   * Members of the Converse request that have no option here, such as one that AWS has added since; not `modelId` or `messages`. Merged with
   * those that the mapping writes, over which they win: `{ guardrailConfig: { newMember: true } }` adds one to the guardrail. A list and a
   * `toolChoice` replace those of the mapping, but `tools` are added to its own.
   */
  additionalRequestMembers?: JSONObject | undefined;
  /** JSON Pointers to fields of the model's own answer, which come back as `providerMetadata.bedrock.additionalModelResponseFields`. */
  additionalModelResponseFieldPaths?: readonly string[] | undefined;
  /** Anthropic's beta flags, for Claude. Added to the flags that tools need. */
  anthropicBeta?: readonly string[] | undefined;
  /** The model behind an ARN that hides it, such as `anthropic.claude-sonnet-4-5`. */
  baseModelId?: string | undefined;
  /**
   * The model family behind an ARN, if you do not know the model: the newest rules of the family apply. Default: `anthropic` if there is a
   * `reasoningConfig.budgetTokens`, else none.
   */
  modelFamily?: ModelFamily | undefined;
  /** A cache point after the last message. */
  cachePoint?: CachePointOption | undefined;
  /**
   * Automatic cache points: `auto` places them after the tools, the system prompt and the last two user turns, by the model's rules. `{ ttl }`
   * does the same with that time to live, where the model has it. Default: `off`.
   */
  caching?:
    | 'auto'
    | 'off'
    | {
        /** How long the cache keeps the prompt, `5m` or `1h`. */
        ttl: CacheTTL;
      }
    | undefined;
  /** For Claude: at most one tool call at a time. Default: `false`. */
  disableParallelToolUse?: boolean | undefined;
  /**
   * The guardrail for the call: `{ guardrailIdentifier, guardrailVersion, trace?, streamProcessingMode? }`. Sent unchanged, but for
   * `streamProcessingMode`, which is sent only when streaming.
   */
  guardrailConfig?: Plain<GuardrailStreamConfiguration> | undefined;
  /** `latest-user`: the guardrail checks only the last user message. */
  guardContent?: 'latest-user' | undefined;
  /** `{ effort }`, for models that have one; for Claude it is sent in the field `output_config`. Merged with what a JSON answer adds. */
  outputConfig?: Plain<OutputConfig> | undefined;
  /** `{ latency: 'optimized' }` asks for latency-optimized inference; left out with a warning for a model that lacks it. */
  performanceConfig?: Plain<PerformanceConfiguration> | undefined;
  /**
   * What to do with a trailing assistant message that the model refuses: `user-turn` (default) adds a user message that asks to continue,
   * `error` throws, `pass` sends it unchanged.
   */
  prefill?: 'user-turn' | 'error' | 'pass' | undefined;
  /**
   * What to do with a request that Bedrock would refuse. `repair` (default): repair it with a warning, or throw if that is impossible
   * (the provider instead sends it, and explains Bedrock's refusal). `warn`: repair what is possible, and send the rest with a warning for
   * each broken rule. `throw`: throw, even if a repair is possible.
   */
  preflight?: 'repair' | 'warn' | 'throw' | undefined;
  /** The values of a prompt's variables. Only if the model is the ARN of a prompt in Prompt management. */
  promptVariables?: Record<string, string | { text: string }> | undefined;
  /** Whether, how and how much the model thinks before it answers. Wins over the AI SDK's `reasoning`. */
  reasoningConfig?: ReasoningConfig | undefined;
  /** Your own labels, at most 16, by which you can filter invocation logs. */
  requestMetadata?: Record<string, string> | undefined;
  /** The service tier: `priority`, `default`, `flex` or `reserved`, also as `{ type }`. Left out with a warning for a model that lacks it. */
  serviceTier?: ServiceTierType | Plain<ServiceTier> | undefined;
  /**
   * How to get a JSON answer: by constrained decoding (`native`), by a tool with strict mode (`strict-tool`) or without (`tool`), or by an
   * instruction in the prompt (`instruction`). `outputFormat` and `jsonTool`, as in `@ai-sdk/amazon-bedrock`, mean `native` and `tool`. Default:
   * `auto`, the best mode that the model has; it also replaces a mode that the model lacks, with a warning.
   */
  structuredOutputMode?:
    | 'auto'
    | 'native'
    | 'strict-tool'
    | 'tool'
    | 'instruction'
    | 'outputFormat'
    | 'jsonTool'
    | undefined;
};

/** The model family behind an ARN, whose newest rules apply. */
export type ModelFamily =
  | 'anthropic'
  | 'nova'
  | 'openai'
  | 'mistral'
  | 'meta'
  | 'deepseek'
  | 'qwen'
  | 'cohere';

type CitationsOption = {
  /** Whether the model may cite. */
  enabled: boolean;
};

/** `providerOptions.bedrock` of a message, a part or a tool. But for `cachePoint`, those of a user message hold for each of its parts. */
export type BedrockPartOptions = {
  /** A cache point after this message, part or tool. */
  cachePoint?: CachePointOption | undefined;
  /** The guardrail checks this part: user text, PNG or JPEG bytes, or a system message. If any part is marked, only marked parts are checked. */
  guardContent?: boolean | undefined;
  /** Beside `guardContent`: the role of this text in the contextual grounding check, `grounding_source`, `query` or `guard_content`. */
  guardContentQualifiers?: readonly GuardrailConverseContentQualifier[] | undefined;
  /** Lets the model cite this document or search result. */
  citations?: CitationsOption | undefined;
  /** What the document is about. The model reads this but never cites it. */
  context?: string | undefined;
  /** The AWS account that owns the bucket of an `s3://` file. */
  bucketOwner?: string | undefined;
  /** Sends this text part as a search result, which the model can cite if `citations` are enabled. */
  searchResult?:
    | {
        /** Where the text comes from, such as its URL. It comes back in the citations. */
        source: string;
        /** What the text is called. It comes back in the citations. */
        title: string;
        /** Lets the model cite this search result. */
        citations?: CitationsOption | undefined;
      }
    | undefined;
};
