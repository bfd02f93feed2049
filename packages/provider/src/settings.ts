/**
 * The settings of `createAmazonBedrock`, and what they mean to the runtime.
 *
 * @module
 */
import type {
  ApiKey,
  BedrockRuntimeSettings,
  Environment,
  Fetch,
  HeaderValues,
  JitterOptions,
  RetryPolicy,
} from '@bedrock-kit/runtime';
import { present } from './present.ts';
import { asThrown } from './thrown-by-fetch.ts';
import { VERSION } from './version.ts';

/** A function that returns AWS credentials, such as any credential provider of the AWS SDK. */
export type BedrockCredentialProvider = Extract<
  BedrockRuntimeSettings['credentials'],
  (...args: never) => unknown
>;

/**
 * The settings of `createAmazonBedrock`. They beat the environment, which is read at each call; credentials from different sources are never
 * mixed. A setting that is present as `undefined` or `null` has no default: it switches its environment variable off.
 */
// Not readonly: apps put settings together one by one, by how a configuration says to authenticate.
export interface AmazonBedrockProviderSettings {
  /** The AWS region, such as `us-east-1`. Default: the region of the ARN that is called, else `AWS_REGION`, else `AWS_DEFAULT_REGION`. */
  region?: string | null | undefined;
  /**
   * A Bedrock API key, or a function that returns one and is called for each request. Wins over `credentialProvider` and access keys.
   * Default: `AWS_BEARER_TOKEN_BEDROCK`, unless one of those is given.
   */
  apiKey?: ApiKey | null | undefined;
  /** The access key id for signing requests, together with `secretAccessKey`. Default: `AWS_ACCESS_KEY_ID`. */
  accessKeyId?: string | null | undefined;
  /** The secret access key of `accessKeyId`. Default: `AWS_SECRET_ACCESS_KEY`. */
  secretAccessKey?: string | null | undefined;
  /** The session token of temporary access keys. Default: `AWS_SESSION_TOKEN`, but only if the keys come from the environment too. */
  sessionToken?: string | null | undefined;
  /**
   * Any credential provider function of the AWS SDK. Wins over access keys. Its credentials are reused until five minutes before they
   * expire; without an expiration it is called for each request. Concurrent requests share one call. Default: none.
   */
  credentialProvider?: BedrockCredentialProvider | null | undefined;
  /** `none` sends no authorization, for a gateway that adds its own. Default: sign, or send the API key. */
  auth?: 'none' | undefined;
  /** The URL of a gateway, a VPC endpoint or a local server. Default: `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`, `AWS_ENDPOINT_URL`, AWS's endpoint. */
  baseURL?: string | null | undefined;
  /**
   * The same for reranking, which is a service of its own. Default: `baseURL`, unless its host serves `bedrock-runtime` only; then
   * `AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME`, `AWS_ENDPOINT_URL`, AWS's endpoint.
   */
  agentBaseURL?: string | null | undefined;
  /** Whether to use AWS's FIPS 140 endpoints. Cannot be combined with `baseURL`. Default: `AWS_USE_FIPS_ENDPOINT`. */
  fips?: boolean | null | undefined;
  /** Whether to use AWS's endpoints for both IPv6 and IPv4. Cannot be combined with `baseURL`. Default: `AWS_USE_DUALSTACK_ENDPOINT`. */
  dualStack?: boolean | null | undefined;
  /** The region to sign for, if it is not the one that the request goes to. Default: the region of the call. */
  signingRegion?: string | null | undefined;
  /** The host to sign for, or a URL with it, if `baseURL` is a gateway that passes the request on to AWS. Default: the host of the request. */
  signingHost?: string | null | undefined;
  /**
   * Headers for every request, or a function that returns them for each. The headers of a call win. A key for a gateway is kept out of errors
   * if the name of its header tells it, as `x-api-key`, `x-team-token` and `cf-aig-authorization` do. Default: none.
   */
  headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined;
  /** Sends the requests. It gets JSON bodies as text, and what it throws reaches the caller. Default: `globalThis.fetch`, looked up for every request. */
  fetch?: Fetch | undefined;
  /** Makes ids for parts that Bedrock sends without one. Default: the AI SDK's `generateId`. */
  generateId?: (() => string) | undefined;
  /** The longest wait for the first event of a stream, in milliseconds; `false` for no limit. Default: 600,000 (ten minutes). */
  firstEventTimeoutMs?: number | false | undefined;
  /** The longest pause between the bytes of a stream, in milliseconds; `false` for no limit. Default: 300,000 (five minutes). */
  idleTimeoutMs?: number | false | undefined;
  /**
   * Joins the deltas of a block that arrive together into one stream part: the same text in fewer parts, for apps that do much work for
   * each part. Default: `false`.
   */
  joinDeltas?: boolean | undefined;
  /** Retries below those of the AI SDK (`maxRetries`): bounds such as `{ maxAttempts: 3 }`, or a function of the error and the attempt. Default: none. */
  retry?: JitterOptions | RetryPolicy | undefined;
}

// Reasoning models think for minutes before they speak, and pause for long in the middle of a tool's input. These limits
// are for connections that are dead: https://github.com/aws/aws-sdk-js-v3/issues/7041
const firstEventTimeoutMs = 600_000;
const idleTimeoutMs = 300_000;

/** Which variable stands behind which setting. */
const variables = [
  ['accessKeyId', 'AWS_ACCESS_KEY_ID'],
  ['secretAccessKey', 'AWS_SECRET_ACCESS_KEY'],
  ['sessionToken', 'AWS_SESSION_TOKEN'],
] as const;

/** The runtime's own settings, which it calls by the same names. */
const passedOn = [
  'region',
  'fips',
  'dualStack',
  'auth',
  'signingRegion',
  'signingHost',
  'headers',
  'fetch',
  'retry',
] as const;

/** The settings of the runtime: presence is kept, since a setting that is present without a value means something. */
export function runtimeSettings(settings: AmazonBedrockProviderSettings): BedrockRuntimeSettings {
  const credentials = explicitCredentials(settings);
  // Where credentials are given, none are looked for in the environment.
  const off = credentials ? [] : variables.filter(([name]) => name in settings);
  // Where there are no others, the error then says that these were given without a value.
  const areKeysGiven = 'accessKeyId' in settings && 'secretAccessKey' in settings;
  return {
    userAgent: `ai-sdk-bedrock-kit/${VERSION}`,
    firstEventTimeoutMs: settings.firstEventTimeoutMs ?? firstEventTimeoutMs,
    idleTimeoutMs: settings.idleTimeoutMs ?? idleTimeoutMs,
    ...(off.length > 0 && { environment: () => environmentWithout(off) }),
    ...present(settings, passedOn),
    ...('baseURL' in settings && { endpoint: settings.baseURL }),
    ...('agentBaseURL' in settings && { agentEndpoint: settings.agentBaseURL }),
    endpointNames: ['baseURL', 'agentBaseURL'],
    ...('apiKey' in settings ? { apiKey: settings.apiKey } : credentials && { apiKey: null }),
    ...((credentials !== undefined || areKeysGiven) && { credentials }),
    ...(typeof settings.fetch === 'function' && { fetch: givenText(settings.fetch), wrapError: asThrown }),
  };
}

/** A fetch that users of the AI SDK wrote themselves reads the body as text: https://ai-sdk.dev/cookbook/node/intercept-fetch-requests */
function givenText(fetch: Fetch): Fetch {
  return (url, options) => {
    const { body, headers } = options ?? {};
    // The runtime writes names in lower case.
    const { 'content-type': type } = headers as Readonly<Record<string, string | undefined>>;
    const isJson = body && type === 'application/json';
    // The cast: what the runtime sends is bytes, which `instanceof` would not know where they come of a TextEncoder of another realm.
    return fetch(url, isJson ? { ...options, body: readable(body as Uint8Array<ArrayBuffer>) } : options);
  };
}

/** A text that becomes the same bytes again, because they are signed; the bytes themselves where there is none. */
function readable<Bytes extends Uint8Array>(bytes: Bytes): string | Bytes {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** What the caller wrote: a provider function, or keys, of which a missing half is told by the runtime. */
function explicitCredentials(settings: AmazonBedrockProviderSettings): BedrockRuntimeSettings['credentials'] {
  const { credentialProvider, accessKeyId, secretAccessKey, sessionToken } = settings;
  if (credentialProvider) return credentialProvider;
  if (!accessKeyId && !secretAccessKey && !sessionToken) return undefined;
  return {
    accessKeyId: accessKeyId ?? '',
    secretAccessKey: secretAccessKey ?? '',
    ...(sessionToken && { sessionToken }),
  };
}

/** The environment without the variables of these settings, which are present without a value. */
function environmentWithout(off: readonly (typeof variables)[number][]): Environment {
  const environment = (globalThis as { process?: { env?: Environment } }).process?.env ?? {}; // a runtime may have no process
  // Laid over it, not copied: a copy reads every variable, for which Deno wants the permission for all.
  return Object.create(
    environment,
    Object.fromEntries(off.map(([, name]) => [name, { value: undefined }])),
  ) as Environment; // its prototype is one
}
