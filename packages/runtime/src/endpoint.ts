// Where a call goes: the caller's endpoint, the environment's, or AWS's host for the region.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
import { endpointOf, type ServiceName } from '@bedrock-kit/protocol/client';
import { type Environment, flag, spareVariable } from './environment.ts';
import { wrongOption } from './option-values.ts';
import { missingRegion } from './region.ts';

/** Which host requests go to. */
export interface EndpointSettings {
  /**
   * The base URL of a gateway, a VPC endpoint or an emulator; a path in it is put before every path. Default:
   * `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`, then `AWS_ENDPOINT_URL`, then AWS's endpoint of the region. Present as
   * `undefined` or `null`, it switches the variables off.
   */
  readonly endpoint?: string | URL | null | undefined;
  /**
   * The same for `bedrock-agent-runtime`, which answers `rerank`. Default: `endpoint`, unless that is a host of
   * `bedrock-runtime` alone; then `AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME`, `AWS_ENDPOINT_URL`, AWS's endpoint.
   */
  readonly agentEndpoint?: string | URL | null | undefined;
  /** The names of `endpoint` and `agentEndpoint` in errors, for packages whose users set them under other names. */
  readonly endpointNames?: readonly [endpoint: string, agentEndpoint: string] | undefined;
  /** Uses AWS's FIPS 140 endpoint. Default: `AWS_USE_FIPS_ENDPOINT`. Cannot be combined with `endpoint`. */
  readonly fips?: boolean | null | undefined;
  /** Uses AWS's endpoint for IPv6 and IPv4. Default: `AWS_USE_DUALSTACK_ENDPOINT`. Cannot be combined with `endpoint`. */
  readonly dualStack?: boolean | null | undefined;
}

/** The base URL of a call, without a slash at its end. */
export function baseUrlOf(
  settings: EndpointSettings,
  service: ServiceName,
  region: string | undefined,
  environment: Environment,
): string {
  const given = givenEndpoint(settings, service);
  // What the caller wrote is not overruled by a switch of the environment.
  const isOn = (key: 'fips' | 'dualStack', name: string): boolean =>
    key in settings ? !!settings[key] : !given?.[1] && flag(environment, name);
  const fips = isOn('fips', 'AWS_USE_FIPS_ENDPOINT');
  const dualStack = isOn('dualStack', 'AWS_USE_DUALSTACK_ENDPOINT');
  const [name, endpoint] = given ?? ambientEndpoint(service, environment);
  if (endpoint) {
    if (!fips && !dualStack) return baseUrl(name, endpoint);
    throw wrongOption(name, 'none with fips or dualStack', 'one', 'InvalidEndpoint');
  }
  if (region === undefined) throw missingRegion();
  return endpointOf(service, region, { fips, dualStack });
}

/** An endpoint and where it was written: a setting, or a variable of the environment. */
type Named = readonly [name: string, endpoint: EndpointSettings['endpoint']];

/** The caller's endpoint, without one where it is switched off; undefined where nothing is said of it. */
function givenEndpoint(settings: EndpointSettings, service: ServiceName): Named | undefined {
  const {
    endpoint,
    agentEndpoint,
    endpointNames: [name, agentName] = ['endpoint', 'agentEndpoint'],
  } = settings;
  if (service === 'bedrock-agent-runtime') {
    if ('agentEndpoint' in settings) return [agentName, agentEndpoint];
    // A VPC endpoint or AWS's own host of bedrock-runtime answers no call of the other service; a gateway may.
    if (/\bbedrock-runtime(?:-fips)?\./.test(String(endpoint))) return undefined;
  }
  return 'endpoint' in settings ? [name, endpoint] : undefined;
}

// The variables are named by the service: https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
function ambientEndpoint(service: ServiceName, environment: Environment): Named {
  const general = 'AWS_ENDPOINT_URL';
  const own = `${general}_${service.toUpperCase().replaceAll('-', '_')}`;
  const name = spareVariable(environment, own) ? own : general;
  return [
    name,
    flag(environment, 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS') ? undefined : spareVariable(environment, name),
  ];
}

/** The address that was read last, and its URL: a client calls the same one over and over, and reading it takes 20 µs of a first token. */
let last: readonly [address: string, url: string] | undefined;

function baseUrl(name: string, endpoint: string | URL): string {
  const address = String(endpoint);
  if (last?.[0] === address) return last[1];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // The address itself stays out of the message: it may hold a password.
  if (!url || !/^https?:\/\/[^@/?#]+\/[^?#]*$/.test(url.href))
    throw wrongOption(name, 'http(s)://host without user, query and fragment', 'another', 'InvalidEndpoint');
  last = [address, url.href.replace(/(?<!\/)\/+$/, '')];
  return last[1];
}
