// Reads the options of options.ts: what a caller wrote is checked member by member, and told by its place where it is wrong.

import type { SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { CachePointBlock } from '@bedrock-kit/protocol';
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
import type { BedrockLanguageModelOptions, BedrockPartOptions, CachePointOption } from './options.ts';
import { bedrockOptions, cacheControlOf, checkKeys } from './provider-keys.ts';
import { picked, type UnknownRecord } from './record.ts';
import { mergeFields } from './request/additional-fields.ts';
import { FAMILIES } from './request/model-family.ts';
import { BUDGET_SHARES } from './request/reasoning-budget.ts';
import type { Subject, Warnings } from './warnings.ts';

/** AWS's words as of November 2026. A model that is known may lack some of these; of a word beside them nobody knows but AWS. */
export const CACHE_TTLS: readonly string[] = ['5m', '1h'];
export const SERVICE_TIERS: readonly string[] = ['reserved', 'priority', 'default', 'flex'];

const ttl = wordOf(CACHE_TTLS.join(' '));
const cachePoint = either(boolean, object({ type: oneOf('default ephemeral'), ttl }));
const citations = object({ enabled: boolean });
const serviceTiers = wordOf(SERVICE_TIERS.join(' '));

const CALL_SHAPES = {
  additionalModelRequestFields: json,
  additionalRequestMembers: {
    words: `${json.words} without modelId and messages`,
    read: (value, path, warnings) =>
      ['modelId', 'messages'].some((name) => name in Object(value))
        ? undefined
        : json.read(value, path, warnings),
  },
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

const JOINED = [
  'additionalModelRequestFields',
  'additionalRequestMembers',
  'requestMetadata',
  'promptVariables',
  'reasoningConfig',
];

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
