// What a caller can say beyond the AI SDK's own settings: `providerOptions.bedrock` of a call, a message, a part or a tool.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { JSONObject, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type {
  CachePointBlock,
  CacheTTL,
  GuardrailConverseContentQualifier,
  GuardrailStreamConfiguration,
  OutputConfig,
  PerformanceConfiguration,
  ServiceTier,
  ServiceTierType,
} from '@bedrock-kit/protocol';
import { mergeFields } from './request/additional-fields.ts';
import { FAMILIES } from './request/model-family.ts';
import { BUDGET_SHARES } from './request/reasoning-budget.ts';
import {
  boolean,
  either,
  json,
  list,
  listOf,
  mapOf,
  number,
  object,
  oneOf,
  type OptionKeys,
  type OptionShape,
  readOption,
  string,
  wordOf,
} from './option-shape.ts';
import { bedrockOptions, cacheControlOf, checkKeys } from './provider-keys.ts';
import { picked, type UnknownRecord } from './record.ts';
import type { Subject, Warnings } from './warnings.ts';

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
  | { type?: 'default' | 'ephemeral' | undefined; ttl?: CacheTTL | undefined };

/** `providerOptions.bedrock` of a call; as settings of a model they are defaults that a call overrides. */
export type BedrockLanguageModelOptions = {
  /** The model's own fields, for which Converse has no member. Merged with those that the mapping adds, over which they win. */
  additionalModelRequestFields?: JSONObject | undefined;
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
  caching?: 'auto' | 'off' | { ttl: CacheTTL } | undefined;
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

/** `providerOptions.bedrock` of a message, a part or a tool. But for `cachePoint`, those of a user message hold for each of its parts. */
export type BedrockPartOptions = {
  /** A cache point after this message, part or tool. */
  cachePoint?: CachePointOption | undefined;
  /** The guardrail checks this part: user text, PNG or JPEG bytes, or a system message. If any part is marked, only marked parts are checked. */
  guardContent?: boolean | undefined;
  /** Beside `guardContent`: the role of this text in the contextual grounding check, `grounding_source`, `query` or `guard_content`. */
  guardContentQualifiers?: readonly GuardrailConverseContentQualifier[] | undefined;
  /** Lets the model cite this document or search result. */
  citations?: { enabled: boolean } | undefined;
  /** What the document is about. The model reads this but never cites it. */
  context?: string | undefined;
  /** The AWS account that owns the bucket of an `s3://` file. */
  bucketOwner?: string | undefined;
  /** Sends this text part as a search result, which the model can cite if `citations` are enabled. */
  searchResult?: { source: string; title: string; citations?: { enabled: boolean } | undefined } | undefined;
};

/** AWS's words as of November 2026. A model that is known may lack some of these; of a word beside them nobody knows but AWS. */
export const CACHE_TTLS: readonly string[] = ['5m', '1h'];
export const SERVICE_TIERS: readonly string[] = ['reserved', 'priority', 'default', 'flex'];

const ttl = wordOf(CACHE_TTLS.join(' '));
const cachePoint = either(boolean, object({ type: oneOf('default ephemeral'), ttl }));
const citations = object({ enabled: boolean });
const serviceTiers = wordOf(SERVICE_TIERS.join(' '));

const CALL_SHAPES = {
  additionalModelRequestFields: json,
  additionalModelResponseFieldPaths: listOf(string),
  anthropicBeta: listOf(string),
  baseModelId: string,
  modelFamily: oneOf(Object.keys(FAMILIES).join(' ')),
  cachePoint,
  caching: either(oneOf('auto off'), object({ ttl })),
  disableParallelToolUse: boolean,
  // As long as identifier or version is missing, an unknown member is an error, since it may be the missing one. Beside both it is a warning.
  guardrailConfig: object(
    {
      guardrailIdentifier: string,
      guardrailVersion: string,
      trace: wordOf('enabled disabled enabled_full'),
      streamProcessingMode: wordOf('sync async'),
    },
    (_key, read) => !read['guardrailIdentifier'] || !read['guardrailVersion'],
  ),
  guardContent: oneOf('latest-user'),
  outputConfig: json,
  performanceConfig: object({ latency: wordOf('standard optimized') }),
  prefill: oneOf('user-turn error pass'),
  preflight: oneOf('repair warn throw'),
  promptVariables: mapOf(either(string, object({ text: string }))),
  reasoningConfig: object({
    type: string,
    budgetTokens: number,
    maxReasoningEffort: wordOf(Object.keys(BUDGET_SHARES).join(' ')),
    display: string,
  }),
  requestMetadata: mapOf(string),
  serviceTier: either(serviceTiers, object({ type: serviceTiers })),
  structuredOutputMode: oneOf('auto native strict-tool tool instruction outputFormat jsonTool'),
} satisfies { readonly [key in keyof BedrockLanguageModelOptions]-?: OptionShape };

const CALL_OPTIONS = object(CALL_SHAPES, isGuardrail);

/**
 * Whether a key asks for a guardrail, by the name of another API or with letters lost or swapped. Such a key is an error: no call may be sent
 * without the guardrail that it asks for.
 */
function isGuardrail(key: string): boolean {
  return /^g[aurd_-]{2,6}r[ail]/i.test(key);
}

const PART_OPTIONS = object({
  cachePoint,
  guardContent: boolean,
  guardContentQualifiers: listOf(wordOf('grounding_source query guard_content')),
  citations: either(list, citations),
  context: string,
  bucketOwner: string,
  searchResult: object({ source: string, title: string, citations }),
  // What answers carry in their metadata comes back here in the next turn; see response/*.
  signature: string,
  redactedContent: string,
  redactedData: string,
  signedBy: string,
  demotedText: boolean,
  toolResult: json,
  block: json,
  s3Location: json,
  error: json,
  name: string,
} satisfies { readonly [key in keyof BedrockPartOptions]-?: OptionShape } & OptionKeys);

/** The call's options, laid over the model's defaults, laid over a cache point as `@ai-sdk/anthropic` takes it under its own key. */
export function readCallOptions(
  providerOptions: SharedV4ProviderOptions | undefined,
  settings: BedrockLanguageModelOptions | undefined = {},
  warnings: Warnings,
): BedrockLanguageModelOptions {
  checkKeys(providerOptions, 'providerOptions', warnings, isGuardrail);
  const given = bedrockOptions(providerOptions);
  const call = readOption(given, CALL_OPTIONS, 'providerOptions.bedrock', warnings) as UnknownRecord;
  const model = readOption(settings, CALL_OPTIONS, 'settings', warnings) as UnknownRecord;
  // Every member has been checked against the shape that the type is written from.
  return {
    // On a call it means a cache point after the last block: https://platform.claude.com/docs/en/build-with-claude/prompt-caching
    cachePoint: cacheControlOf(providerOptions),
    ...model,
    // Objects of both are joined member by member, so that a call adds to the model's fields rather than replacing them.
    ...mergeFields(picked(model, ...JOINED) ?? {}, call),
  };
}

const JOINED = ['additionalModelRequestFields', 'requestMetadata', 'promptVariables', 'reasoningConfig'];

/** Options of a part as read: those for the caller, and what an earlier answer left for its own return. */
export interface ReadPartOptions
  extends Omit<BedrockPartOptions, 'cachePoint' | 'citations' | 'searchResult'> {
  readonly cachePoint?: CachePointBlock | undefined;
  /** Those of an earlier answer are a list. */
  readonly citations?: unknown;
  readonly searchResult?: Partial<NonNullable<BedrockPartOptions['searchResult']>>;
  readonly signature?: string;
  readonly redactedContent?: string;
  readonly redactedData?: string;
  readonly signedBy?: string;
  readonly demotedText?: boolean;
  readonly toolResult?: UnknownRecord;
  readonly block?: UnknownRecord;
}

/** `anthropic.cacheControl` means a cache point, so that code written for Anthropic's provider caches here too. */
export function readPartOptions(
  { providerOptions }: { readonly providerOptions?: SharedV4ProviderOptions; readonly type?: string },
  path: string,
  { warnings }: Pick<Subject, 'warnings'>,
): ReadPartOptions {
  if (!providerOptions) return {};
  const place = `${path}.providerOptions`;
  checkKeys(providerOptions, place, warnings);
  const given = bedrockOptions(providerOptions);
  // Some clients put the metadata of a whole answer back beside its parts: its members are no misspelt options.
  // https://github.com/openai/openai-agents-js
  const ofAnswer = 'requestId' in given || 'stopSequence' in given;
  const told = ofAnswer ? (new Map() as Warnings) : warnings;
  const read = readOption(given, PART_OPTIONS, `${place}.bedrock`, told);
  // Every member has been checked against its shape.
  const { cachePoint = cacheControlOf(providerOptions), ...options } = read as {
    cachePoint?: CachePointOption;
  };
  return { ...options, cachePoint: cachePointOf(cachePoint) };
}

export function cachePointOf(option: CachePointOption | undefined): CachePointBlock | undefined {
  return option ? { ...(option !== true && option), type: 'default' } : undefined;
}
