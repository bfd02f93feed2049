// Options that become members of the request, most of them as they are, a few as far as the model allows.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import type { ConverseStreamRequest, OutputFormat, ServiceTier } from '@bedrock-kit/protocol';
import type { BedrockLanguageModelOptions } from '../options.ts';
import { SERVICE_TIERS } from '../read-options.ts';
import { mapMembers, without, withoutUndefined } from '../record.ts';
import { unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { isNewEffort } from './reasoning-effort.ts';

export interface PassingRules {
  readonly stream: boolean;
  /** Whether the model will think when it answers. */
  readonly thinks: boolean;
  readonly textFormat: OutputFormat | undefined;
}

export function passedOn(
  { guardrailConfig, requestMetadata, ...options }: BedrockLanguageModelOptions,
  { stream, thinks, textFormat }: PassingRules,
  conversation: Conversation,
): Partial<ConverseStreamRequest> {
  const { baseModelId, id, optimizedLatency, reasoning, stopSequences } = conversation.capabilities;
  let { performanceConfig, promptVariables } = options;
  const { additionalModelResponseFieldPaths: asked = [] } = options;
  if (promptVariables && !conversation.isPrompt) {
    unsupported(conversation, 'promptVariables', 'Only the ARN of a prompt resource has variables.');
    promptVariables = undefined;
  }
  // How a request is served is a preference, dropped where the model has no such way. A guardrail is no preference, and never dropped.
  const onDemand = optimizedLatency === true && id === baseModelId;
  if (performanceConfig?.latency === 'optimized' && (onDemand || optimizedLatency === false)) {
    const but = onDemand ? ' without an inference profile' : '';
    unsupported(conversation, 'performanceConfig.latency', ` has no optimized latency${but}.`);
    performanceConfig = undefined;
  }
  // The caller's paths, and those under which the model tells which stop sequence it met and how much it thought.
  const stopped = typeof stopSequences === 'object' ? stopSequences.reportedAt : [];
  const thought = (thinks && 'tokensReportedAt' in reasoning && reasoning.tokensReportedAt) || [];
  const paths = [...new Set([asked, stopped, thought].flat())].slice(0, Math.max(MAX_PATHS, asked.length));
  return {
    // `streamProcessingMode` is a member of the streaming operation alone.
    guardrailConfig:
      guardrailConfig && !stream ? without(guardrailConfig, 'streamProcessingMode') : guardrailConfig,
    // Their values are strings or objects already, as the options have checked.
    promptVariables:
      promptVariables &&
      (mapMembers(promptVariables, (value) =>
        typeof value === 'string' ? { text: value } : value,
      ) as ConverseStreamRequest['promptVariables']),
    additionalModelResponseFieldPaths: paths.length > 0 ? paths : undefined,
    // The service refuses an empty map.
    requestMetadata: requestMetadata && withoutUndefined(requestMetadata),
    performanceConfig,
    serviceTier: serviceTier(options.serviceTier, conversation),
    outputConfig: withoutUndefined({
      textFormat,
      ...outputConfig(options.outputConfig, conversation),
    }),
  };
}

/** At most ten, as the service model says; those of the caller come first. */
const MAX_PATHS = 10;

function serviceTier(
  given: BedrockLanguageModelOptions['serviceTier'],
  conversation: Conversation,
): ServiceTier | undefined {
  const { serviceTiers } = conversation.capabilities;
  const tier = typeof given === 'string' ? { type: given } : given;
  // One that AWS has added since is for AWS to judge.
  if (!tier || serviceTiers === 'unknown' || !SERVICE_TIERS.includes(tier.type)) return tier;
  if (serviceTiers.includes(tier.type)) return tier;
  unsupported(conversation, 'serviceTier', ` has only the service tiers ${serviceTiers.join(', ')}.`);
  return undefined;
}

function outputConfig(
  config: BedrockLanguageModelOptions['outputConfig'],
  conversation: Conversation,
): BedrockLanguageModelOptions['outputConfig'] {
  const { reasoning } = conversation.capabilities;
  if (config?.effort === undefined || reasoning.kind === 'unknown') return config;
  const effort = ('effort' in reasoning && reasoning.effort) || undefined;
  const levels: readonly string[] = effort?.levels ?? [];
  if (!levels.includes(config.effort) && !isNewEffort(config.effort, levels)) {
    unsupported(
      conversation,
      'outputConfig.effort',
      levels.length === 0 ? ' takes no effort.' : ` takes the efforts ${levels.join(', ')}.`,
    );
  } else if (effort?.path[0] !== 'output_config') return config;
  // Else it is among the fields that make the model reason.
  return without(config, 'effort');
}
