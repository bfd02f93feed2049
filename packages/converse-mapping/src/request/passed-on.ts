// Options that are members of the request themselves, and the few that need a word with the model first.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ConverseStreamRequest, OutputFormat } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { without, withoutUndefined } from '../record.ts';
import type { Warnings } from '../warnings.ts';

export interface PassingRules {
  readonly capabilities: ModelCapabilities;
  readonly stream: boolean;
  readonly isPrompt: boolean;
  readonly textFormat: OutputFormat | undefined;
  readonly warnings: Warnings;
}

export function passedOn(
  options: BedrockLanguageModelOptions,
  rules: PassingRules,
): Partial<ConverseStreamRequest> {
  const { serviceTier } = options;
  return {
    guardrailConfig: guardrailConfig(options.guardrailConfig, rules.stream),
    promptVariables: promptVariables(options.promptVariables, rules),
    additionalModelResponseFieldPaths: responseFieldPaths(options.additionalModelResponseFieldPaths, rules),
    requestMetadata: options.requestMetadata,
    performanceConfig: options.performanceConfig,
    serviceTier: typeof serviceTier === 'string' ? { type: serviceTier } : serviceTier,
    outputConfig: withoutUndefined({ textFormat: rules.textFormat, ...options.outputConfig }),
  };
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
