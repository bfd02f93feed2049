/**
 * Refuses models that are not there: ids that Bedrock does not know, profiles and ARNs of another Region, and legacy models, which AWS
 * refuses to accounts that have not used them lately. What may be asked of a model that is there is left to the rules.
 */
import {
  capabilitiesOf,
  isSourceRegion,
  knownModelIds,
  type ModelCapabilities,
  type ParsedModelId,
  parseModelId,
} from '@bedrock-kit/models';
import { ServiceError, validationError } from '../service-error.ts';

/** What the gate goes by. */
export interface GateSettings {
  readonly region: string;
  /** `ignore` lets legacy models pass. */
  readonly availability: 'aws' | 'ignore';
  readonly now: () => Date;
}

/**
 * @throws {ServiceError} `ValidationException` or `ResourceNotFoundException`, in AWS's words as public reports show them
 */
export function admit(modelId: string, capabilities: ModelCapabilities, settings: GateSettings): void {
  const parsed = parseModelId(modelId);
  if (!hidesItsModel(parsed) && capabilities.match === 'none') {
    throw invalidId(
      `${modelId} is not a known model, inference profile or ARN. A handler for it, in the option models, lets it answer here.`,
    );
  }
  checkVersion(parsed, capabilities);
  if (parsed.region !== undefined && parsed.region !== '' && parsed.region !== settings.region) {
    throw invalidId(`The ARN names ${parsed.region}, but this endpoint is in ${settings.region}.`);
  }
  checkProfile(parsed, capabilities, settings.region);
  if (settings.availability === 'aws') checkLegacy(capabilities, settings.now());
}

/** Whether an ARN names a resource of an account. Which model is behind it stands in the account, not in the ARN. */
function hidesItsModel({ isArn, baseModelId }: ParsedModelId): boolean {
  return isArn && baseModelId === undefined;
}

const known: readonly string[] = Object.values(knownModelIds).flat();

/**
 * Refuses an id that is near one of Bedrock's: without its version, such as `cohere.embed-v4`; of Claude also with a superfluous version,
 * such as `claude-opus-4-6-v1:0` or `claude-opus-4-7-v1` (of others it is not known whether they have a second id); or under another
 * name of its vendor: github.com/aws-samples/sample-per-model-bedrock, 08-moonshot-kimi/01-kimi-k2.ipynb.
 * https://github.com/langgenius/dify-official-plugins/pull/3389
 * https://github.com/RooCodeInc/Roo-Code/issues/11231
 * https://github.com/Wei-Shaw/sub2api/issues/1714
 */
function checkVersion(
  { baseModelId, vendor, variant }: ParsedModelId,
  capabilities: ModelCapabilities,
): void {
  const { match, name } = capabilities;
  // The options may name the model behind an id of this form, too.
  const isRead = match === 'model' && baseModelId === capabilities.baseModelId;
  if (!isRead || baseModelId === undefined || variant !== undefined || known.includes(baseModelId)) return;
  const exact = known.find((id) => capabilitiesOf(id).name === name);
  if (exact === undefined) return;
  const isCut = exact.startsWith(`${baseModelId}-`) || exact.startsWith(`${baseModelId}:`);
  const isOfOtherName = parseModelId(exact).vendor !== vendor;
  if (isCut || isOfOtherName || vendor === 'anthropic')
    throw invalidId(`${baseModelId} is not the id of ${name}: use ${exact}.`);
}

function checkProfile(
  { geography, id }: ParsedModelId,
  capabilities: ModelCapabilities,
  region: string,
): void {
  if (geography === undefined) return;
  const { profiles } = capabilities.addressing;
  if (profiles !== 'unknown' && !profiles.includes(geography)) {
    const existing = profiles.length === 0 ? 'It has none.' : `It has ${profiles.join(', ')}.`;
    throw invalidId(`There is no ${geography}. profile of ${capabilities.baseModelId ?? id}. ${existing}`);
  }
  if (!isSourceRegion(region, geography, capabilities.baseModelId))
    throw invalidId(`${id} cannot be called from ${region}.`);
}

/**
 * AWS lets those who use a legacy model go on, and others lose it with time: here when its extended access begins, three months after the
 * model became legacy. Nobody who tests with a model in use should find it gone before.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html, https://github.com/awslabs/llmeter/issues/35
 */
function checkLegacy(capabilities: ModelCapabilities, now: Date): void {
  const { lifecycle, name } = capabilities;
  const { status, legacySince } = lifecycle;
  // A model at the end of its life is left to the rules, which refuse it in other words.
  if (status === 'end-of-life' || (status !== 'legacy' && legacySince === undefined)) return;
  if (legacySince !== undefined && now < monthsAfter(legacySince, 3)) return;
  throw new ServiceError(
    'ResourceNotFoundException',
    'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in ' +
      'the last 30 days. Please upgrade to an active model on Amazon Bedrock',
    { hint: `${name} is a legacy model. ${wayOn(capabilities)}` },
  );
}

/** What to call in place of a model that is served no more, and how it answers here all the same. */
export function wayOn({ lifecycle: { replacement } }: ModelCapabilities): string {
  const next = replacement === undefined ? '' : `Use ${replacement}. `;
  return `${next}The option availability: "ignore" lets it answer here.`;
}

function invalidId(hint: string): ServiceError {
  return validationError('The provided model identifier is invalid.', { hint });
}

function monthsAfter(day: string, months: number): Date {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date;
}
