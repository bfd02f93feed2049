// Where a call goes: the caller's endpoint, the environment's, or AWS's host for the region.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
import { endpointFor, environmentVariables, type ServiceName } from '@bedrock-kit/protocol/client';
import { type Environment, flag, variable, written } from './environment.ts';
import { BedrockError } from './errors.ts';
import { missingRegion } from './region.ts';

export interface EndpointSettings {
  /**
   * Base URL of a gateway, a VPC endpoint or an emulator; a path in it is a prefix of every path. Default:
   * `AWS_ENDPOINT_URL_BEDROCK_RUNTIME`, then `AWS_ENDPOINT_URL`, then AWS's endpoint of the region. Present as
   * `undefined` or `null`, it switches the variables off.
   */
  readonly endpoint?: string | URL | null | undefined;
  /**
   * The same for `bedrock-agent-runtime`, which answers `rerank`. Default: `endpoint`, unless that is a host of
   * `bedrock-runtime` alone; then `AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME`, `AWS_ENDPOINT_URL`, AWS's endpoint.
   */
  readonly agentEndpoint?: string | URL | null | undefined;
  /** FIPS 140 endpoint. Default `AWS_USE_FIPS_ENDPOINT`. Cannot be combined with an endpoint. */
  readonly fips?: boolean | null | undefined;
  /** Endpoint for IPv6 and IPv4. Default `AWS_USE_DUALSTACK_ENDPOINT`. Cannot be combined with an endpoint. */
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
  const ambient = (name: string) => (): boolean => !given && flag(environment, name);
  const fips = written<EndpointSettings, 'fips'>(settings, 'fips', ambient(environmentVariables.fips));
  const dualStack = written<EndpointSettings, 'dualStack'>(
    settings,
    'dualStack',
    ambient(environmentVariables.dualStack),
  );
  const endpoint = given === undefined ? ambientEndpoint(service, environment) : given;
  if (endpoint) {
    if (!fips && !dualStack) return baseUrl(endpoint);
    throw new BedrockError({
      code: 'InvalidEndpoint',
      message:
        'fips and dualStack choose among the endpoints of AWS, so they cannot be combined with an endpoint of your own. Give the address of the FIPS or dual-stack host as the endpoint, or leave it out.',
    });
  }
  if (region === undefined) throw missingRegion();
  return endpointFor(service, region, { fips, dualStack });
}

/** The caller's endpoint; null where one is switched off, undefined where nothing is said of it. */
function givenEndpoint(settings: EndpointSettings, service: ServiceName): EndpointSettings['endpoint'] {
  const { endpoint, agentEndpoint } = settings;
  if (service === 'bedrock-agent-runtime') {
    if ('agentEndpoint' in settings) return agentEndpoint || null;
    // A VPC endpoint or AWS's own host of bedrock-runtime answers no call of the other service; a gateway may.
    if (/\bbedrock-runtime(?:-fips)?\./.test(String(endpoint))) return undefined;
  }
  return 'endpoint' in settings ? endpoint || null : undefined;
}

function ambientEndpoint(service: ServiceName, environment: Environment): string | undefined {
  if (flag(environment, environmentVariables.ignoreEndpoints)) return undefined;
  return (
    variable(environment, environmentVariables.serviceEndpoint[service]) ??
    variable(environment, environmentVariables.endpoint)
  );
}

function baseUrl(endpoint: string | URL): string {
  const url = typeof endpoint === 'string' ? parsed(endpoint) : endpoint;
  // The address itself stays out of the message: it may hold a password.
  if (!/^https?:$/.test(url?.protocol ?? '') || url?.username || url?.password || url?.search || url?.hash)
    throw new BedrockError({
      code: 'InvalidEndpoint',
      message:
        'An endpoint is an http or https URL without user name, password, query and fragment, for example https://gateway.example/bedrock.',
    });
  return String(url).replace(/\/+$/, '');
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
