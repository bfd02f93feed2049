/**
 * Whether a model may be called: as AWS says no to ids that it does not know, that need an inference profile, that are
 * at the end of their life, or that belong to another Region.
 */
import {
  capabilitiesOf,
  type ModelCapabilities,
  type OperationName,
  parseModelId,
  type ParsedModelId,
} from '@bedrock-kit/models';
import { ServiceError } from '../service-error.ts';

/** What the gate goes by. */
export interface GateSettings {
  readonly region: string;
  /** ARN → id of the model behind it, for ids that hide it. */
  readonly baseModels: Readonly<Record<string, string>>;
  /** `ignore` lets models through that AWS no longer serves. */
  readonly lifecycle: 'aws' | 'ignore';
  readonly now: () => Date;
}

/** Capabilities of a model that the caller brings itself or that AWS serves. */
export function capabilitiesFor(
  modelId: string,
  settings: Pick<GateSettings, 'baseModels'>,
): ModelCapabilities {
  const baseModelId = settings.baseModels[modelId];
  return capabilitiesOf(modelId, baseModelId === undefined ? {} : { baseModelId });
}

/**
 * @throws {ServiceError} `ValidationException` or `ResourceNotFoundException`, in AWS's words as public reports show them
 */
export function admit(modelId: string, operation: OperationName, settings: GateSettings): ModelCapabilities {
  const parsed = parseModelId(modelId);
  const capabilities = capabilitiesFor(modelId, settings);
  if (hidesItsModel(parsed)) {
    checkArnRegion(parsed, settings.region);
    return capabilities;
  }
  if (capabilities.match === 'none')
    throw invalidId(`${modelId} is no model, profile or ARN that Bedrock knows.`);
  checkArnRegion(parsed, settings.region);
  checkAddressing(parsed, capabilities, settings.region);
  if (settings.lifecycle === 'aws') checkLifecycle(capabilities, settings.now());
  if (capabilities.operations[operation] === false) throw unsupported(capabilities, operation);
  return capabilities;
}

/** Resources of an account: what is behind them stands in the account, not in the id. */
function hidesItsModel({ isArn, baseModelId }: ParsedModelId): boolean {
  return isArn && baseModelId === undefined;
}

function checkArnRegion(parsed: ParsedModelId, region: string): void {
  if (parsed.region !== undefined && parsed.region !== '' && parsed.region !== region) {
    throw invalidId(`The ARN names ${parsed.region}, this endpoint is in ${region}.`);
  }
}

/** The Regions from which a profile can be called. https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const geographies: Readonly<Record<string, RegExp>> = {
  us: /^(?:us|ca)-(?!gov-)/,
  eu: /^eu-/,
  apac: /^ap-/,
  jp: /^ap-northeast-[13]$/,
  au: /^ap-southeast-[246]$/,
  ca: /^ca-/,
  'us-gov': /^us-gov-/,
};

function checkAddressing(parsed: ParsedModelId, capabilities: ModelCapabilities, region: string): void {
  const { geography } = parsed;
  const { onDemand, profiles } = capabilities.addressing;
  if (geography === undefined) {
    // Provisioned and custom models have their own throughput.
    if (onDemand !== false || (parsed.kind !== 'foundation-model' && parsed.kind !== 'unknown')) return;
    throw new ServiceError(
      'ValidationException',
      `Invocation of model ID ${parsed.id} with on-demand throughput isn’t supported. Retry your request with the ID ` +
        `or ARN of an inference profile that contains this model.`,
      { hint: profileHint(capabilities) },
    );
  }
  if (profiles !== 'unknown' && !profiles.includes(geography)) {
    throw invalidId(
      `There is no ${geography}. profile of ${capabilities.baseModelId ?? parsed.id}. ${profileHint(capabilities)}`,
    );
  }
  if (geographies[geography]?.test(region) === false) {
    throw invalidId(`A ${geography}. profile cannot be called from ${region}.`);
  }
}

function profileHint({ addressing, baseModelId }: ModelCapabilities): string {
  if (addressing.profiles === 'unknown' || addressing.profiles.length === 0)
    return 'Use an inference profile.';
  return `Profiles: ${addressing.profiles.map((prefix) => `${prefix}.${baseModelId ?? ''}`).join(', ')}.`;
}

/** https://github.com/awslabs/llmeter/issues/35 (legacy), https://github.com/gsd-build/gsd-2/issues/5425 (end of life) */
function checkLifecycle({ lifecycle, name }: ModelCapabilities, now: Date): void {
  const today = now.toISOString().slice(0, 10);
  const ended = lifecycle.endOfLife !== undefined && today > lifecycle.endOfLife;
  const next = lifecycle.replacement === undefined ? '' : ` Use ${lifecycle.replacement}.`;
  if (lifecycle.status === 'end-of-life' || ended) {
    throw new ServiceError(
      'ResourceNotFoundException',
      'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
      { hint: `${name} is no longer served.${next} The option lifecycle: "ignore" lets it answer here.` },
    );
  }
  const legacy =
    lifecycle.status === 'legacy' || (lifecycle.legacySince !== undefined && today >= lifecycle.legacySince);
  if (legacy) {
    throw new ServiceError(
      'ResourceNotFoundException',
      'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in ' +
        'the last 30 days. Please upgrade to an active model on Amazon Bedrock',
      { hint: `${name} is a legacy model.${next} The option lifecycle: "ignore" lets it answer here.` },
    );
  }
}

function invalidId(hint: string): ServiceError {
  return new ServiceError('ValidationException', 'The provided model identifier is invalid.', { hint });
}

/** The code is AWS's; these words are not published anywhere and may differ. */
function unsupported(capabilities: ModelCapabilities, operation: OperationName): ServiceError {
  const streaming = operation === 'ConverseStream' || operation === 'InvokeModelWithResponseStream';
  const message =
    streaming && capabilities.operations[operation === 'ConverseStream' ? 'Converse' : 'InvokeModel'] === true
      ? 'The model is unsupported for streaming.'
      : operation === 'CountTokens'
        ? "The provided model doesn't support counting tokens."
        : "This action doesn't support the model that you provided. Try again with a supported text or chat model.";
  return new ServiceError('ValidationException', message, {
    hint: `${capabilities.name} is a model of the kind ${capabilities.kind} and has no ${operation}.`,
  });
}
