/**
 * A Bedrock on your own machine: one service with two faces, a `fetch` in process and a server on a port.
 */
import { AsyncJobs } from './async/jobs.ts';
import type { KnownCredentials } from './authentication/settings.ts';
import type { Bedrock } from './bedrock.ts';
import { PromptCache } from './caching/prompt-cache.ts';
import { disposable } from './disposable.ts';
import { LocalBedrockError } from './errors.ts';
import { FaultSchedule } from './faults/schedule.ts';
import { GuardrailRegistry } from './guardrails/registry.ts';
import { acrossOrigins } from './http/cross-origin.ts';
import { fetchFace } from './http/fetch-face.ts';
import type { ListeningServer } from './http/listen.ts';
import { type ListenOptions, Servers } from './http/servers.ts';
import { ModelRegistry } from './models/registry.ts';
import { defaultCredentials, type LocalBedrockOptions, type Settings, settingsOf } from './options.ts';
import { type ReceivedRequest, RequestHistory } from './service/requests.ts';
import { createService } from './service/service.ts';
import { shown } from './shown.ts';

/** Keys that the local Bedrock accepts, in the form in which AWS's clients and the AI SDK's provider take them. */
export interface LocalCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Absent if the pair has none: AWS's clients do not take `undefined`. */
  readonly sessionToken?: string;
  /** A long-term API key; undefined if the option `apiKeys` is an empty list. */
  readonly apiKey: string | undefined;
}

/** A local Bedrock: a `fetch` that answers in process, servers, and the requests that both received. `await using` closes it. */
export interface LocalBedrock extends AsyncDisposable {
  /**
   * Answers in process, without a socket, whatever the host. It rejects as a fetch over a network does: with the reason of an aborted
   * signal, and with a TypeError if a fault cuts the connection.
   */
  readonly fetch: typeof fetch;
  /**
   * Starts a server for HTTP/1.1 and HTTP/2 (prior knowledge) on one port. Each call starts another server.
   *
   * @throws {LocalBedrockError} `listen-failed` if the port or host is not available, `invalid-option` for an unknown option, a port that
   *   is no number from 0 to 65,535, and a host that is no string or empty
   */
  listen(options?: ListenOptions): Promise<ListeningServer>;
  /** The latest requests, oldest first. An entry is there as soon as the request arrives; its status, usage and duration follow with the answer. */
  readonly requests: readonly ReceivedRequest[];
  /**
   * What asynchronous invocations have written: S3 address, such as `s3://bucket/prefix/<id>/output.json` → content. The latest 1,000
   * invocations are kept, fewer when their objects exceed 128 MiB together.
   */
  readonly objects: ReadonlyMap<string, Uint8Array>;
  /** The first pair of keys and the first API key, to give to a client. */
  readonly credentials: LocalCredentials;
  /** The Region that requests must be signed for. */
  readonly region: string;
  /**
   * The environment variables that point AWS's SDKs, in any language, at this Bedrock: its keys and Region and, once it listens, the
   * endpoints of the latest server. The API key is not among them, because a client would prefer it to the keys. It is stronger than a shell
   * that asks for FIPS or dual-stack endpoints; unset `AWS_PROFILE` and `AWS_BEARER_TOKEN_BEDROCK`, and let no proxy stand in between.
   */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Lets time pass for the account: prompt caches expire, asynchronous invocations end. Signatures are still checked against `clock`, so
   * clients need no other time.
   *
   * @param ms - milliseconds
   * @throws {LocalBedrockError} `invalid-option` for anything but a number, and for a time beyond the range of `Date`
   */
  passTime(ms: number): void;
  /** Ends every server, once the answers under way are sent, and after a second at the latest. `fetch` still answers. */
  close(): Promise<void>;
}

/**
 * Makes a Bedrock that answers from this process. It opens no socket until you call {@link LocalBedrock.listen}.
 *
 * @throws {LocalBedrockError} `invalid-option`, naming every wrong option, or `invalid-fault`, naming the first wrong fault
 */
export function createLocalBedrock(options: LocalBedrockOptions = {}): LocalBedrock {
  const settings = settingsOf(options);
  const history = new RequestHistory(settings.keepRequests);
  let passedMs = 0;
  const later = (): Date => new Date(settings.clock().getTime() + passedMs);
  const bedrock = bedrockOf(settings, later);
  const service = createService({
    bedrock,
    authentication: {
      mode: settings.auth,
      region: settings.region,
      credentials: settings.credentials,
      apiKeys: settings.apiKeys,
    },
    faults: new FaultSchedule(settings.faults),
    history,
    pace: settings.pace,
    maxRequestBytes: settings.maxRequestBytes,
    onRequest: settings.onRequest,
  });
  const servers = new Servers(acrossOrigins(service));
  const credentials = firstCredentials(settings);
  const local: Omit<LocalBedrock, symbol> = {
    fetch: fetchFace(service),
    listen: (where) => servers.listen(where),
    requests: history.list,
    objects: bedrock.jobs.objects,
    credentials,
    region: settings.region,
    get environment() {
      return environmentOf(credentials, settings.region, servers.url);
    },
    passTime(ms) {
      const passed = passedMs + ms;
      if (typeof ms !== 'number' || Number.isNaN(new Date(settings.clock().getTime() + passed).getTime()))
        throw new LocalBedrockError(
          'invalid-option',
          `passTime takes milliseconds, such as 300_000 for five minutes, not ${shown(ms)}.`,
        );
      passedMs = passed;
    },
    close: () => servers.close(),
  };
  return disposable(local);
}

/** @param later - the time of caches and jobs, which `passTime` moves */
function bedrockOf(settings: Settings, later: () => Date): Bedrock {
  const {
    region,
    accountId,
    rules,
    clock: now,
    availability,
    baseModels,
    asyncInvokeMs: durationMs,
  } = settings;
  return {
    region,
    accountId,
    models: new ModelRegistry(settings.models, {
      region,
      baseModels,
      changes: settings.capabilities,
      availability,
      now,
    }),
    guardrails: new GuardrailRegistry(settings.guardrails),
    jobs: new AsyncJobs({
      region,
      accountId,
      now: later,
      durationMs,
      folder: settings.objectsFolder || undefined,
    }),
    cache: new PromptCache(later),
    rules,
    availability,
    now,
  };
}

function firstCredentials(settings: Settings): LocalCredentials {
  const first: KnownCredentials = settings.credentials[0] ?? defaultCredentials;
  const { accessKeyId, secretAccessKey, sessionToken } = first;
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    apiKey: settings.apiKeys[0],
  };
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function environmentOf(
  { accessKeyId, secretAccessKey, sessionToken }: LocalCredentials,
  region: string,
  address: string | undefined,
): Record<string, string> {
  // Every address is one to listen on. To connect to it is refused by Windows, whose loopback is meant:
  // https://learn.microsoft.com/windows/win32/api/winsock2/nf-winsock2-connect, WSAEADDRNOTAVAIL
  const url = address?.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  return {
    AWS_REGION: region,
    // The only one that boto3 reads: https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    // Empty where the pair has none, so that the shell's own, which belongs to other keys, does not go with these.
    AWS_SESSION_TOKEN: sessionToken ?? '',
    // Its earlier name, which boto3 reads first. Tools that open a session set both: https://github.com/Versent/saml2aws/issues/586
    AWS_SECURITY_TOKEN: '',
    // The shell's own, too, from `aws configure export-credentials`. boto3 sends no keys behind that time.
    AWS_CREDENTIAL_EXPIRATION: '',
    ...(url === undefined
      ? {}
      : {
          // With one of the first two AWS's clients refuse an endpoint of one's own, with the third they pass over it. A profile may have them, too.
          AWS_USE_FIPS_ENDPOINT: 'false',
          AWS_USE_DUALSTACK_ENDPOINT: 'false',
          AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false',
          AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
          AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: url,
        }),
  };
}
