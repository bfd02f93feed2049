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
} from './option-shape.ts';
import { bedrockOptions, cacheControlOf, checkKeys } from './provider-keys.ts';
import { picked, type UnknownRecord } from './record.ts';
import type { Subject, Warnings } from './warnings.ts';

/** The same members as type aliases, at every depth: `providerOptions` must be JSON, and the compiler takes no interface for that. */
type Plain<Value> = Value extends object ? { [Key in keyof Value]: Plain<Value[Key]> } : Value;

/** How hard, and in which form, the model thinks before it answers. Wins over the AI SDK's `reasoning`. */
export type ReasoningConfig = {
  /**
   * `enabled`, `adaptive`, `disabled`, or another mode of the model such as `between_tools`. Default: `enabled` beside a budget or an
   * effort, else as the AI SDK's `reasoning` says.
   */
  type?: 'enabled' | 'adaptive' | 'disabled' | (string & {}) | undefined;
  /**
   * Tokens that the thinking may take, for models that take a budget; at least 1,024 for Claude. One that leaves no room for the answer is
   * lowered, with a warning.
   */
  budgetTokens?: number | undefined;
  /** For models that take an effort. A level that the model lacks becomes the next lower one, else the next higher, with a warning. */
  maxReasoningEffort?: 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max' | undefined;
  /** How adaptive thinking is shown: `summarized`, or not at all (`omitted`). */
  display?: 'omitted' | 'summarized' | (string & {}) | undefined;
};

/**
 * `true` means `{ type: 'default' }`, the one type that there is. `ttl` is how long the prompt is kept: `5m` or `1h`, by default the model's
 * own time. `ephemeral`, Anthropic's word for the type, means the same: versions 2 and 3 of `@ai-sdk/amazon-bedrock` took any word, and apps
 * write this one. https://github.com/anomalyco/opencode
 */
export type CachePointOption =
  | boolean
  | { type?: 'default' | 'ephemeral' | undefined; ttl?: CacheTTL | undefined };

/** Options of a call, and of the model as defaults under it. */
export type BedrockLanguageModelOptions = {
  /** Model-specific fields. Merged with what the mapping adds; on a conflict these win. */
  additionalModelRequestFields?: JSONObject | undefined;
  /** JSON Pointers into the model's own answer; returned as `providerMetadata.bedrock.additionalModelResponseFields`. */
  additionalModelResponseFieldPaths?: readonly string[] | undefined;
  /** Anthropic's beta flags, for Claude; added to those that tools need. */
  anthropicBeta?: readonly string[] | undefined;
  /** The model behind an ARN that does not show it, such as `anthropic.claude-sonnet-4-5`. */
  baseModelId?: string | undefined;
  /**
   * The vendor family behind such an ARN, when the model itself is not known: the newest rules of the family apply. Default `anthropic`
   * beside `reasoningConfig.budgetTokens`, else none.
   */
  modelFamily?: ModelFamily | undefined;
  /** A cache point behind the last message. */
  cachePoint?: CachePointOption | undefined;
  /**
   * `auto` places cache points by the model's rules: behind tools, system, and the last two user turns. `{ ttl }` does the same for that time,
   * where the model has it. Default `off`.
   */
  caching?: 'auto' | 'off' | { ttl: CacheTTL } | undefined;
  /** At most one tool call at a time (Claude). Default false. */
  disableParallelToolUse?: boolean | undefined;
  /**
   * The guardrail that looks at the call: `{ guardrailIdentifier, guardrailVersion, trace?, streamProcessingMode? }`. Sent as it is;
   * `streamProcessingMode` only when streaming.
   */
  guardrailConfig?: Plain<GuardrailStreamConfiguration> | undefined;
  /** `latest-user`: the guardrail checks the last user message alone. */
  guardContent?: 'latest-user' | undefined;
  /** `{ effort }` for models that take one; for Claude it goes to the field `output_config`. Sent beside what a JSON answer adds. */
  outputConfig?: Plain<OutputConfig> | undefined;
  /** `{ latency: 'optimized' }`; left out with a warning for a model that does not have it. */
  performanceConfig?: Plain<PerformanceConfiguration> | undefined;
  /**
   * A trailing assistant message where the model refuses one: `user-turn` (default) asks it to go on in a user message, `error`
   * refuses the call, `pass` sends it as it is.
   */
  prefill?: 'user-turn' | 'error' | 'pass' | undefined;
  /**
   * What happens to a request that Bedrock would refuse. `repair` (default) repairs with one warning each and throws on what is
   * beyond repair (the provider leaves that to Bedrock, and explains its refusal), `throw` throws on either, `warn` repairs and sends
   * the rest with a warning each.
   */
  preflight?: 'repair' | 'warn' | 'throw' | undefined;
  /** Values for the variables of a prompt resource; only with a prompt ARN. */
  promptVariables?: Record<string, string | { text: string }> | undefined;
  /** How hard, and in which form, the model thinks before it answers. Wins over the AI SDK's `reasoning`. */
  reasoningConfig?: ReasoningConfig | undefined;
  /** Labels of your own, at most 16, by which invocation logs can be filtered. */
  requestMetadata?: Record<string, string> | undefined;
  /** `priority`, `default`, `flex` or `reserved`, also as `{ type }`; left out with a warning for a model that does not have it. */
  serviceTier?: ServiceTierType | Plain<ServiceTier> | undefined;
  /**
   * How a JSON answer is asked for: by constrained decoding (`native`), by a tool in strict mode (`strict-tool`) or without (`tool`), or in
   * words (`instruction`). `outputFormat` and `jsonTool`, the words of `@ai-sdk/amazon-bedrock`, are `native` and `tool`. Default `auto`: the
   * best that the model has, which also takes the place of one that it lacks, with a warning.
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

/** The family whose rules a model behind an ARN follows. */
export type ModelFamily =
  | 'anthropic'
  | 'nova'
  | 'openai'
  | 'mistral'
  | 'meta'
  | 'deepseek'
  | 'qwen'
  | 'cohere';

/** Options of a message, a part or a tool. */
export type BedrockPartOptions = {
  /** A cache point behind this message, part or tool. */
  cachePoint?: CachePointOption | undefined;
  /** The guardrail checks this part: user text, PNG and JPEG images as bytes, system messages. Once one is marked, it checks those alone. */
  guardContent?: boolean | undefined;
  /** What a text is to the guardrail's grounding check: `grounding_source`, `query` or `guard_content`. */
  guardContentQualifiers?: readonly GuardrailConverseContentQualifier[] | undefined;
  /** Lets the model cite this document or search result. */
  citations?: { enabled: boolean } | undefined;
  /** What the document is about: shown to the model, never cited. */
  context?: string | undefined;
  /** The account that owns the bucket of an `s3://` file. */
  bucketOwner?: string | undefined;
  /** Sends a text part as a search result, which the model can cite where `citations` are enabled. */
  searchResult?: { source: string; title: string; citations?: { enabled: boolean } | undefined } | undefined;
};

const ttl = oneOf('5m 1h');
const cachePoint = either(boolean, object({ type: oneOf('default ephemeral'), ttl }));
const citations = object({ enabled: boolean });
const serviceTiers = oneOf('reserved priority default flex');

const CALL_SHAPES = {
  additionalModelRequestFields: json,
  additionalModelResponseFieldPaths: listOf(string),
  anthropicBeta: listOf(string),
  baseModelId: string,
  modelFamily: oneOf(Object.keys(FAMILIES).join(' ')),
  cachePoint,
  caching: either(oneOf('auto off'), object({ ttl })),
  disableParallelToolUse: boolean,
  // Once the guardrail is named in full, a misspelt member beside it, such as `trace`, does not cost it, and is a warning.
  guardrailConfig: object(
    {
      guardrailIdentifier: string,
      guardrailVersion: string,
      trace: oneOf('enabled disabled enabled_full'),
      streamProcessingMode: oneOf('sync async'),
    },
    (_key, read) => !read['guardrailIdentifier'] || !read['guardrailVersion'],
  ),
  guardContent: oneOf('latest-user'),
  outputConfig: json,
  performanceConfig: object({ latency: oneOf('standard optimized') }),
  prefill: oneOf('user-turn error pass'),
  preflight: oneOf('repair warn throw'),
  promptVariables: mapOf(either(string, object({ text: string }))),
  reasoningConfig: object({
    type: string,
    budgetTokens: number,
    maxReasoningEffort: oneOf(Object.keys(BUDGET_SHARES).join(' ')),
    display: string,
  }),
  requestMetadata: mapOf(string),
  serviceTier: either(serviceTiers, object({ type: serviceTiers })),
  structuredOutputMode: oneOf('auto native strict-tool tool instruction outputFormat jsonTool'),
} satisfies { readonly [key in keyof BedrockLanguageModelOptions]-?: OptionShape };

/** A misspelt guardrail is an error, since no call may go without the one that it asks for: names of other APIs, letters lost or swapped. */
const CALL_OPTIONS = object(CALL_SHAPES, isGuardrail);

function isGuardrail(key: string): boolean {
  return /^g[aurd_-]{2,6}r[ail]/i.test(key);
}

const PART_OPTIONS = object({
  cachePoint,
  guardContent: boolean,
  guardContentQualifiers: listOf(oneOf('grounding_source query guard_content')),
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
    // Of a call it caches up to the last block: https://platform.claude.com/docs/en/build-with-claude/prompt-caching
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
