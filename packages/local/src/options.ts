/**
 * The options of `createLocalBedrock`, their defaults, and the check that names a wrong one.
 */
import type { KnownCredentials } from './authentication/settings.ts';
import { closest } from './closest.ts';
import { LocalBedrockError } from './errors.ts';
import { checkFault } from './faults/check.ts';
import type { FaultRule } from './faults/fault.ts';
import { checkGuardrail, type GuardrailSettings } from './guardrails/configuration.ts';
import { type CapabilityChanges, wrongMember } from './models/capabilities.ts';
import type { ModelHandler } from './models/handler.ts';
import type { ReceivedRequest } from './requests.ts';
import type { Pace } from './stream-body.ts';

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
  /** How many of the latest requests `requests` holds. 1,000 by default. */
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

/** What is wrong with an option. */
export interface OptionProblem {
  /** The option, or the place inside it. */
  readonly place: string;
  /** What is wrong, what is allowed, and what was given. */
  readonly message: string;
}

/** Everything that is wrong with options from outside; an empty list when nothing is. */
export function optionProblems(options: Readonly<Record<string, unknown>>): OptionProblem[] {
  return Object.entries(options).flatMap(([name, value]) => {
    // hasOwn shows that the name is one of the options.
    const check = Object.hasOwn(checks, name) ? checks[name as keyof LocalBedrockOptions] : undefined;
    if (check === undefined) {
      const meant = closest(name, Object.keys(checks));
      const help =
        meant === undefined ? `There are ${Object.keys(checks).join(', ')}.` : `Did you mean ${meant}?`;
      return [{ place: name, message: `${name} is not an option. ${help}` }];
    }
    const problem = value === undefined ? undefined : check(value);
    // What begins with a point is a place inside the option.
    const space = problem?.startsWith('.') ? '' : ' ';
    return problem === undefined ? [] : [{ place: name, message: `${name}${space}${problem}.` }];
  });
}

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

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    allowed.includes(value as string)
      ? undefined
      : `must be ${allowed.map((one) => `"${one}"`).join(' or ')}, it is ${show(value)}`;

const aFunction: Check = (value) =>
  typeof value === 'function' ? undefined : `must be a function, it is ${show(value)}`;

const aCount: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0
    ? undefined
    : `must be a whole number from 0, it is ${show(value)}`;

const endsAsTold = ({ sessionToken, expiration }: Record<string, unknown>): boolean =>
  (sessionToken === undefined || typeof sessionToken === 'string') &&
  (expiration === undefined || (expiration instanceof Date && !Number.isNaN(expiration.getTime())));

const checks: { readonly [Key in keyof LocalBedrockOptions]-?: Check } = {
  region: (value) =>
    typeof value === 'string' && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(value)
      ? undefined
      : `must be a Region such as "us-east-1", it is ${show(value)}`,
  accountId: (value) =>
    typeof value === 'string' && /^\d{12}$/.test(value)
      ? undefined
      : `must be twelve digits as a text, it is ${show(value)}`,
  credentials: (value) => {
    const list = [value].flat();
    const complete = list.every(
      (pair) =>
        isObject(pair) &&
        typeof pair['accessKeyId'] === 'string' &&
        typeof pair['secretAccessKey'] === 'string',
    );
    if (!complete || list.length === 0)
      return 'must be { accessKeyId, secretAccessKey } or a list of such pairs';
    // A text in place of the date would be compared with every moment in vain: the session would never end.
    return list.every((pair) => isObject(pair) && endsAsTold(pair))
      ? undefined
      : 'may have a sessionToken, which is a text, and an expiration, which is a Date';
  },
  apiKeys: (value) =>
    Array.isArray(value) && value.every((key) => typeof key === 'string' && key !== '')
      ? undefined
      : 'must be a list of texts that are not empty',
  auth: oneOf('verify', 'off'),
  rules: oneOf('aws', 'off'),
  availability: oneOf('aws', 'ignore'),
  models: (value) => {
    if (!isObject(value)) return 'must be an object of handlers by model id or pattern';
    const wrong = Object.entries(value).find(([, handler]) => typeof handler !== 'function');
    return wrong === undefined
      ? undefined
      : `must hold functions; ${JSON.stringify(wrong[0])} is ${show(wrong[1])}`;
  },
  baseModels: (value) =>
    isObject(value) && Object.values(value).every((id) => typeof id === 'string')
      ? undefined
      : 'must be an object of model ids by ARN',
  capabilities: (value) => {
    if (!isObject(value) || !Object.values(value).every(isObject))
      return 'must be an object: model id or pattern → members of its record';
    for (const [pattern, changes] of Object.entries(value)) {
      const wrong = wrongMember(changes);
      if (wrong === undefined) continue;
      const meant = closest(wrong.name, wrong.known);
      const help = meant === undefined ? `there are ${wrong.known.join(', ')}` : `did you mean ${meant}?`;
      return `has ${wrong.place} for ${show(pattern)}, which is no member of a model's record (${help})`;
    }
    return undefined;
  },
  guardrails: (value) => {
    if (!isObject(value)) return 'must be an object of guardrails by id';
    for (const [id, guardrail] of Object.entries(value)) {
      if (!/^[a-z0-9]+$/.test(id))
        return `has the id ${show(id)}; an id consists of small letters and digits`;
      const problem = checkGuardrail(guardrail);
      if (problem !== undefined) return `.${id}${problem}`;
    }
    return undefined;
  },
  asyncInvokeMs: aCount,
  objectsFolder: (value) =>
    typeof value === 'string' && value !== ''
      ? undefined
      : `must be the path of a folder, it is ${show(value)}`,
  faults: (value) => (Array.isArray(value) ? undefined : `must be a list, it is ${show(value)}`),
  pace: (value) => {
    if (!isObject(value)) return `must be { firstEventMs, betweenEventsMs }, it is ${show(value)}`;
    for (const [name, ms] of Object.entries(value)) {
      if (name !== 'firstEventMs' && name !== 'betweenEventsMs') return `has no member ${name}`;
      if (ms !== undefined && !(typeof ms === 'number' && ms >= 0))
        return `.${name} must be milliseconds, it is ${show(ms)}`;
    }
    return undefined;
  },
  clock: aFunction,
  maxRequestBytes: aCount,
  keepRequests: aCount,
  onRequest: aFunction,
};

function show(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
