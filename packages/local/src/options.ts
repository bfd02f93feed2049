/**
 * The options of `createLocalBedrock` and their defaults.
 */
import type { KnownCredentials } from './authentication/settings.ts';
import { LocalBedrockError } from './errors.ts';
import { checkFault } from './faults/check.ts';
import type { FaultRule } from './faults/fault.ts';
import type { GuardrailSettings } from './guardrails/configuration.ts';
import type { CapabilityChanges } from './models/capabilities.ts';
import { optionProblems } from './option-checks.ts';
import type { ModelHandler } from './own-models/handler.ts';
import type { ReceivedRequest } from './requests.ts';
import type { Pace } from './stream-body.ts';

/** What a local Bedrock is like. Every option may be left out. */
export interface LocalBedrockOptions {
  /** The Region that the endpoint is in. `us-east-1` by default. */
  readonly region?: string | undefined;
  /** Twelve digits for the ARNs that are made up. `123456789012` by default. */
  readonly accountId?: string | undefined;
  /** The keys that are known. A fixed pair for tests by default, see {@link defaultCredentials}. */
  readonly credentials?: KnownCredentials | readonly KnownCredentials[] | undefined;
  /** The long-term API keys that are known. A fixed one for tests by default. */
  readonly apiKeys?: readonly string[] | undefined;
  /** `verify` (default) checks every signature and key; `off` lets everybody in. */
  readonly auth?: 'verify' | 'off' | undefined;
  /** `aws` (default) refuses what AWS refuses for the model; `off` checks only the form of a request. */
  readonly rules?: 'aws' | 'off' | undefined;
  /**
   * `aws` (default) refuses models at the end of their life, legacy models, and bare ids of models that are called
   * through an inference profile. `ignore` lets them answer, as for an account with provisioned throughput.
   */
  readonly availability?: 'aws' | 'ignore' | undefined;
  /** Models of your own, by id or by pattern (`anthropic.*`); the first that fits answers. */
  readonly models?: Readonly<Record<string, ModelHandler>> | undefined;
  /** The model behind an ARN that does not show it, such as an application inference profile's. */
  readonly baseModels?: Readonly<Record<string, string>> | undefined;
  /** The guardrails of the account, by id. None by default. */
  readonly guardrails?: Readonly<Record<string, GuardrailSettings>> | undefined;
  /** How long an asynchronous invocation takes at least, in milliseconds. 1,000 by default. */
  readonly asyncInvokeMs?: number | undefined;
  /** A folder in place of S3: what asynchronous invocations write is also written there, as `bucket/key`. None by default. */
  readonly objectsFolder?: string | undefined;
  /**
   * What a model can do, by id or pattern, where it is not what the table of `@bedrock-kit/models` says: members of its
   * record, which are laid over it.
   */
  readonly capabilities?: Readonly<Record<string, CapabilityChanges>> | undefined;
  /** Calls that go wrong, and how. */
  readonly faults?: readonly FaultRule[] | undefined;
  /** How fast streams come. As fast as they can by default. */
  readonly pace?: Pace | undefined;
  /** The server's clock: signatures are checked against it, and it is in every `date` header. */
  readonly clock?: (() => Date) | undefined;
  /** The longest request body, in bytes. 33,554,432 (32 MiB) by default. */
  readonly maxRequestBytes?: number | undefined;
  /** How many of the latest requests `requests` holds: 1,000 by default, and fewer when their bodies are more than 128 MiB together. */
  readonly keepRequests?: number | undefined;
  /** Hears of every request when its answer has been sent. What it throws is an uncaught error, and changes no answer. */
  readonly onRequest?: ((request: ReceivedRequest) => void) | undefined;
}

/** The options with every default filled in. */
export type Settings = {
  readonly [Key in Exclude<keyof LocalBedrockOptions, 'credentials'>]-?: Exclude<
    LocalBedrockOptions[Key],
    undefined
  >;
} & { readonly credentials: readonly KnownCredentials[] };

/** Known to nobody but this package. The shape is AWS's, the words say that they are no secret. */
export const defaultCredentials: {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly apiKey: string;
} = {
  accessKeyId: 'AKIDLOCALBEDROCKTEST',
  secretAccessKey: 'local-bedrock-test-secret-access-key-0000',
  apiKey: 'ABSK-local-bedrock-test-api-key',
};

/**
 * InvokeModel takes 25,000,000 bytes (service model, shape Body); inline media of Converse come as base64, a third
 * longer than they are, and up to 25 MB (https://docs.aws.amazon.com/nova/latest/userguide/modalities-video.html).
 */
const defaultMaxRequestBytes = 32 * 1024 * 1024;

/**
 * @throws {LocalBedrockError} `invalid-option` or `invalid-fault`, naming the option, what is allowed, and what was given
 */
export function settingsOf(options: LocalBedrockOptions): Settings {
  const [problem, ...others] = optionProblems({ ...options });
  if (problem !== undefined) {
    const message = [problem, ...others].map((one) => one.message).join('\n');
    throw new LocalBedrockError('invalid-option', message, { place: problem.place });
  }
  const { credentials = defaultCredentials } = options;
  return {
    region: options.region ?? 'us-east-1',
    accountId: options.accountId ?? '123456789012',
    credentials: [credentials].flat(),
    apiKeys: options.apiKeys ?? [defaultCredentials.apiKey],
    auth: options.auth ?? 'verify',
    rules: options.rules ?? 'aws',
    availability: options.availability ?? 'aws',
    models: options.models ?? {},
    baseModels: options.baseModels ?? {},
    capabilities: options.capabilities ?? {},
    guardrails: options.guardrails ?? {},
    asyncInvokeMs: options.asyncInvokeMs ?? 1000,
    objectsFolder: options.objectsFolder ?? '',
    faults: (options.faults ?? []).map((fault, index) => checkFault(fault, `faults[${index}]`)),
    pace: options.pace ?? {},
    clock: options.clock ?? (() => new Date()),
    maxRequestBytes: options.maxRequestBytes ?? defaultMaxRequestBytes,
    keepRequests: options.keepRequests ?? 1000,
    onRequest: options.onRequest ?? (() => undefined),
  };
}
