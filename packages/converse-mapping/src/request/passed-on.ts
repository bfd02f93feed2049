// Options that are members of the request themselves, and the few that need a word with the model first.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { ConverseStreamRequest, OutputFormat, ServiceTier } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { without, withoutUndefined } from '../record.ts';
import type { Conversation } from './conversation.ts';

export interface PassingRules extends Pick<Conversation, 'capabilities' | 'warnings'> {
  readonly stream: boolean;
  readonly isPrompt: boolean;
  readonly textFormat: OutputFormat | undefined;
}

export function passedOn(
  options: BedrockLanguageModelOptions,
  rules: PassingRules,
): Partial<ConverseStreamRequest> {
  return {
    guardrailConfig: guardrailConfig(options.guardrailConfig, rules.stream),
    promptVariables: promptVariables(options.promptVariables, rules),
    additionalModelResponseFieldPaths: responseFieldPaths(options.additionalModelResponseFieldPaths, rules),
    requestMetadata: options.requestMetadata,
    performanceConfig: performanceConfig(options.performanceConfig, rules),
    serviceTier: serviceTier(options.serviceTier, rules),
    outputConfig: withoutUndefined({
      textFormat: rules.textFormat,
      ...outputConfig(options.outputConfig, rules),
    }),
  };
}

/** How a request is served is a wish: where the model has no such way it is served all the same. A guardrail is no wish, so it stays. */
function performanceConfig(
  config: BedrockLanguageModelOptions['performanceConfig'],
  { capabilities, warnings }: PassingRules,
): BedrockLanguageModelOptions['performanceConfig'] {
  if (config?.latency !== 'optimized' || capabilities.optimizedLatency !== false) return config;
  warnings.unsupported(
    'performanceConfig.latency',
    `${capabilities.name} is not served with optimized latency.`,
  );
  return undefined;
}

function serviceTier(
  given: BedrockLanguageModelOptions['serviceTier'],
  { capabilities: { name, serviceTiers }, warnings }: PassingRules,
): ServiceTier | undefined {
  const tier = typeof given === 'string' ? { type: given } : given;
  if (tier === undefined || serviceTiers === 'unknown' || serviceTiers.includes(tier.type)) return tier;
  warnings.unsupported('serviceTier', `${name} is served in the tiers ${serviceTiers.join(', ')} alone.`);
  return undefined;
}

function outputConfig(
  config: BedrockLanguageModelOptions['outputConfig'],
  { capabilities: { name, reasoning }, warnings }: PassingRules,
): BedrockLanguageModelOptions['outputConfig'] {
  const effort = config?.effort;
  if (config === undefined || effort === undefined || reasoning.kind === 'unknown') return config;
  const levels: readonly string[] = 'effort' in reasoning ? (reasoning.effort?.levels ?? []) : [];
  if (levels.includes(effort)) return config;
  warnings.unsupported(
    'outputConfig.effort',
    levels.length === 0 ? `${name} takes no effort.` : `${name} takes the efforts ${levels.join(', ')}.`,
  );
  return without(config, 'effort');
}

/** `streamProcessingMode` is a member of the streaming operation alone. */
function guardrailConfig(
  config: BedrockLanguageModelOptions['guardrailConfig'],
  stream: boolean,
): BedrockLanguageModelOptions['guardrailConfig'] {
  if (config === undefined || stream) return config;
  return without(config, 'streamProcessingMode');
}

function promptVariables(
  variables: BedrockLanguageModelOptions['promptVariables'],
  { isPrompt, warnings }: PassingRules,
): ConverseStreamRequest['promptVariables'] {
  if (variables === undefined) return undefined;
  if (!isPrompt) {
    warnings.unsupported(
      'promptVariables',
      'Only a prompt resource (an ARN of the kind "prompt") has variables.',
    );
    return undefined;
  }
  const entries = Object.entries(variables);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? { text: value } : value]),
  );
}

/** At most ten, as the service model says; those of the caller come first. */
const MAX_PATHS = 10;

/** The caller's paths and those under which the model tells which stop sequence it met. */
function responseFieldPaths(
  paths: readonly string[] = [],
  { capabilities: { stopSequences } }: PassingRules,
): string[] | undefined {
  const reported = typeof stopSequences === 'object' ? stopSequences.reportedAt : [];
  const all = [...new Set([...paths, ...reported])].slice(0, Math.max(MAX_PATHS, paths.length));
  return all.length > 0 ? all : undefined;
}
