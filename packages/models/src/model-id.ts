/**
 * Reads a model id, an inference profile id or an ARN by its text alone, without any table of models.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html#API_runtime_Converse_RequestSyntax
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
 * @module
 */
import { ModelIdError } from './errors.ts';
import type { ModelId } from './known-ids.ts';

/**
 * What a `modelId` names. AWS defines an `inference-profile` (`us.anthropic.…`, or its ARN), an account defines an
 * `application-inference-profile`. `unknown` is any other text, which may still be a valid id of a gateway.
 */
export type ModelIdKind =
  | 'foundation-model'
  | 'inference-profile'
  | 'application-inference-profile'
  | 'provisioned-model'
  | 'custom-model'
  | 'custom-model-deployment'
  | 'imported-model'
  | 'prompt'
  | 'prompt-router'
  | 'default-prompt-router'
  | 'sagemaker-endpoint'
  | 'unknown';

/**
 * The first segment of an inference profile's id. Any other two-letter code is read as well, and any word before the vendors of most profiles,
 * because AWS adds new ones.
 */
export type Geography =
  | 'us'
  | 'eu'
  | 'apac'
  | 'jp'
  | 'au'
  | 'ca'
  | 'in'
  | 'us-gov'
  | 'global'
  | (string & {});

/** The parts of a model id or ARN. A part that the text does not show is `undefined`. */
export interface ParsedModelId {
  /** What it names. */
  readonly kind: ModelIdKind;
  /** The text as it was given. */
  readonly id: string;
  /** Whether the text is an ARN. */
  readonly isArn: boolean;
  /** The partition of an ARN: `aws`, `aws-us-gov`, `aws-cn`, `aws-eusc`, `aws-iso`, … */
  readonly partition: string | undefined;
  /** The Region of an ARN, such as `us-east-1`. */
  readonly region: string | undefined;
  /** The account of an ARN, twelve digits. The ARNs of foundation models have none. */
  readonly accountId: string | undefined;
  /** The part of an ARN after the resource type, such as `us.anthropic.claude-sonnet-4-6` or `a1b2c3d4e5f6`. */
  readonly resourceId: string | undefined;
  /** The geography in which an inference profile routes: `us`, `eu`, `global`, … */
  readonly geography: Geography | undefined;
  /** The vendor, which is the text before the first dot of the base model id: `anthropic`, `amazon`, `meta`, … */
  readonly vendor: string | undefined;
  /**
   * The id of the model, `vendor.model` with its version but without geography and context variant, such as
   * `anthropic.claude-3-haiku-20240307-v1:0`. Undefined if the text hides the model, as ARNs of application inference profiles, provisioned,
   * imported and deployed custom models, prompts, routers and endpoints do.
   */
  readonly baseModelId: string | undefined;
  /** The model's name without vendor and version: `claude-3-haiku-20240307`, `gpt-oss-120b`, `embed-english`. */
  readonly model: string | undefined;
  /** The version, as it is written: `v1:0`, `v2`, `v3-5:0`, `1:0`. */
  readonly version: string | undefined;
  /** The context variant, the last part of an id for provisioned throughput: `200k`, `48k`, `mm`, `512`. */
  readonly variant: string | undefined;
  /** The version in the ARN of a prompt, as a string. */
  readonly promptVersion: string | undefined;
}

const arnKinds: readonly string[] = [
  'foundation-model',
  'inference-profile',
  'application-inference-profile',
  'provisioned-model',
  'custom-model',
  'custom-model-deployment',
  'imported-model',
  'prompt',
  'prompt-router',
  'default-prompt-router',
];

// The geographies of today before any vendor; another two-letter code only before what looks like vendor and model, so
// that `ab.model-1.5` keeps its vendor; any other word before the vendors of most profiles.
const geographyPrefix =
  /^(?:us|eu|apac|jp|au|ca|in|us-gov|global|amer)\.(?=[^.]+\.)|^[a-z]{2}(?:-gov|-iso[a-z]?)?\.(?=[a-z][a-z0-9]*\.[a-z])|^[a-z][a-z0-9-]*\.(?=(?:amazon|anthropic|meta|openai)\.)/;

/**
 * Takes an id or an ARN apart.
 *
 * @param idOrArn - whatever a request's `modelId` may hold: a model id, an inference profile id, or an ARN of any kind in any partition
 * @returns every part that the text shows; text of an unknown form gives `kind: 'unknown'`
 * @throws {ModelIdError} `not-a-string` or `empty-model-id`
 */
export function parseModelId(idOrArn: ModelId): ParsedModelId {
  return parseAs('modelId', idOrArn);
}

/** The same; `path` names the argument where it cannot be an id. */
export function parseAs(path: string, idOrArn: unknown): ParsedModelId {
  if (typeof idOrArn === 'string' && idOrArn !== '')
    return { ...blank(idOrArn), ...(idOrArn.startsWith('arn:') ? readArn(idOrArn) : readName(idOrArn)) };
  const given =
    idOrArn === '' ? 'empty' : idOrArn === null ? 'null' : Array.isArray(idOrArn) ? 'a list' : typeof idOrArn;
  throw new ModelIdError(
    idOrArn === '' ? 'empty-model-id' : 'not-a-string',
    path,
    `${path} is ${given}, expected a model id such as "amazon.nova-lite-v1:0", an inference profile id or an ARN.`,
  );
}

function readArn(id: string): Partial<ParsedModelId> {
  // arn:partition:service:region:account:resource, where the resource may hold colons of its own.
  const [, partition, service, region, accountId, ...rest] = id.split(':');
  const [type = '', ...parts] = rest.join(':').split('/');
  const resourceId = parts.join('/');
  const kind = resourceId === '' ? 'unknown' : kindOf(service, type);
  return {
    ...namedIn(kind, resourceId),
    kind,
    isArn: true,
    partition: partition || undefined,
    region: region || undefined,
    accountId: accountId || undefined,
    resourceId: resourceId || undefined,
    promptVersion: (kind === 'prompt' && resourceId.split(':')[1]) || undefined,
  };
}

function kindOf(service: string | undefined, type: string): ModelIdKind {
  if (service === 'sagemaker' && type === 'endpoint') return 'sagemaker-endpoint';
  // The list holds exactly those kinds that are resource types of the service `bedrock`.
  return service === 'bedrock' && arnKinds.includes(type) ? (type as ModelIdKind) : 'unknown';
}

/** What the name in a resource shows: nothing of those that hide their model. */
function namedIn(kind: ModelIdKind, resourceId: string): Name {
  if (kind === 'foundation-model' || kind === 'inference-profile') return readName(resourceId);
  // custom-model/{vendor.model}/{12 characters}: the model that was customised, then the account's own id.
  return kind === 'custom-model' ? readName(resourceId.split('/')[0] ?? '') : {};
}

/** What a name shows: nothing, or every one of these. */
type Name = Partial<
  Pick<ParsedModelId, 'kind' | 'geography' | 'vendor' | 'baseModelId' | 'model' | 'version' | 'variant'>
>;

function readName(text: string): Name {
  const prefix = geographyPrefix.exec(text)?.[0] ?? '';
  const geography = prefix.slice(0, -1) || undefined;
  const bare = text.slice(prefix.length);
  const dot = bare.indexOf('.');
  if (dot < 1 || dot === bare.length - 1) return {};

  const [head = '', minor, ...more] = bare.split(':');
  const variant = more.join(':') || undefined;
  const full = head.slice(dot + 1);
  // `-v2`, `-v3-5`; a bare number is a version only where a minor one follows (gpt-oss-120b-1:0).
  const major = (minor === undefined ? /-(v\d+(?:-\d+)*)$/ : /-(v\d+(?:-\d+)*|\d+)$/).exec(full)?.[1];
  const suffix = minor === undefined ? '' : `:${minor}`;
  return {
    kind: geography === undefined ? 'foundation-model' : 'inference-profile',
    geography,
    vendor: bare.slice(0, dot),
    baseModelId: head + suffix,
    model: major === undefined ? full : full.slice(0, -major.length - 1),
    version: major === undefined ? minor : major + suffix,
    variant,
  };
}

function blank(id: string): ParsedModelId {
  return {
    kind: 'unknown',
    id,
    isArn: false,
    partition: undefined,
    region: undefined,
    accountId: undefined,
    resourceId: undefined,
    geography: undefined,
    vendor: undefined,
    baseModelId: undefined,
    model: undefined,
    version: undefined,
    variant: undefined,
    promptVersion: undefined,
  };
}
