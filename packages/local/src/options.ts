/**
 * The options of `createLocalBedrock` and their defaults.
 */
import type { KnownCredentials } from './authentication/settings.ts';
import { checkedClock } from './clock.ts';
import { copyOf } from './copy.ts';
import { LocalBedrockError } from './errors.ts';
import { checkFault } from './faults/check.ts';
import type { FaultRule } from './faults/fault.ts';
import type { GuardrailSettings } from './guardrails/configuration.ts';
import { isObject } from './json.ts';
import type { CapabilityChanges } from './models/capabilities.ts';
import { optionProblems } from './option-checks.ts';
import type { ModelHandler } from './own-models/handler.ts';
import type { ReceivedRequest } from './service/requests.ts';
import type { Pace } from './service/stream-body.ts';
import { shown } from './shown.ts';

/** The options of `createLocalBedrock`. All of them may be left out. They are read once: what you write into them later changes nothing. */
export interface LocalBedrockOptions {
  /** The Region of the endpoint, which requests must be signed for. `us-east-1` by default. */
  readonly region?: string | undefined;
  /** The account in generated ARNs, as a string of twelve digits. `123456789012` by default. */
  readonly accountId?: string | undefined;
  /** The pairs of keys that may sign requests, one or a list. {@link defaultCredentials} by default. */
  readonly credentials?: KnownCredentials | readonly KnownCredentials[] | undefined;
  /**
   * The long-term API keys that requests may carry. The one of {@link defaultCredentials} by default. Short-term keys need no entry:
   * they pass if they were made with `credentials`.
   */
  readonly apiKeys?: readonly string[] | undefined;
  /** `verify` (default) checks every signature and API key; `off` lets everybody in. */
  readonly auth?: 'verify' | 'off' | undefined;
  /** `aws` (default) refuses what AWS refuses for the model; `off` checks only whether a request has the form of its operation. */
  readonly rules?: 'aws' | 'off' | undefined;
  /**
   * `aws` (default) refuses models at the end of their life, models that have been legacy for three months, and the bare ids of models
   * that need an inference profile. `ignore` lets them answer, as they do for an account with provisioned throughput.
   */
  readonly availability?: 'aws' | 'ignore' | undefined;
  /**
   * Models of your own: model id, or a pattern such as `anthropic.*` → handler. The first one that fits answers in place of the built-in
   * model. None by default.
   */
  readonly models?: Readonly<Record<string, ModelHandler>> | undefined;
  /**
   * ARN → id of the model behind it, for ARNs that do not show it, such as those of application inference profiles. None by default.
   */
  readonly baseModels?: Readonly<Record<string, string>> | undefined;
  /**
   * Model id or pattern → changes to what `@bedrock-kit/models` says that the model can do. Only the members that you name change; where
   * several entries fit, later ones win. No changes by default.
   */
  readonly capabilities?: Readonly<Record<string, CapabilityChanges>> | undefined;
  /** The guardrails of the account: id, of lower-case letters and digits → what it looks for. None by default. */
  readonly guardrails?: Readonly<Record<string, GuardrailSettings>> | undefined;
  /** How long an asynchronous invocation takes at least, in milliseconds. 1,000 by default. */
  readonly asyncInvokeMs?: number | undefined;
  /**
   * The path of a folder in place of S3: asynchronous invocations also write their output there, as `bucket/key`. Servers may share a
   * folder, since none overwrites what another has written. None by default.
   */
  readonly objectsFolder?: string | undefined;
  /** Which calls fail, and how. None by default. */
  readonly faults?: readonly FaultRule[] | undefined;
  /** The delays of streams. None by default. */
  readonly pace?: Pace | undefined;
  /** The server's clock, for signatures, the end of models and `date` headers. The system's by default. */
  readonly clock?: (() => Date) | undefined;
  /** The longest request body, in bytes; a longer one gets status 413. 33,554,432 (32 MiB) by default. */
  readonly maxRequestBytes?: number | undefined;
  /** How many of the latest requests `requests` holds: 1,000 by default, fewer when their bodies exceed 128 MiB together. */
  readonly keepRequests?: number | undefined;
  /** Called with every request once its answer has been sent. What it throws is an uncaught error and changes no answer. Does nothing by default. */
  readonly onRequest?: ((request: ReceivedRequest) => void) | undefined;
}

/** The options with every default filled in. */
export type Settings = {
  readonly [Key in Exclude<keyof LocalBedrockOptions, 'credentials'>]-?: Exclude<
    LocalBedrockOptions[Key],
    undefined
  >;
} & { readonly credentials: readonly KnownCredentials[] };

/** The keys that a local Bedrock accepts by default. They look like AWS's, and their words say that they are no secret. */
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
export function settingsOf(given: LocalBedrockOptions): Settings {
  const value: unknown = given; // JavaScript may give a Region alone
  if (!isObject(value))
    throw new LocalBedrockError('invalid-option', `The options must be an object, not ${shown(value)}.`);
  const [problem, ...others] = optionProblems({ ...given });
  if (problem !== undefined) {
    const message = [problem, ...others].map((one) => one.message).join('\n');
    throw new LocalBedrockError('invalid-option', message, { place: problem.place });
  }
  const options: LocalBedrockOptions = copyOf({ ...given });
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
    clock: checkedClock(options.clock ?? (() => new Date())),
    maxRequestBytes: options.maxRequestBytes ?? defaultMaxRequestBytes,
    keepRequests: options.keepRequests ?? 1000,
    onRequest: options.onRequest ?? (() => undefined),
  };
}
