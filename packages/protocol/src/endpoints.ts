// Where Bedrock's services are, in every partition: AWS's endpoint rules for bedrock, bedrock-runtime and bedrock-agent-runtime.
// https://docs.aws.amazon.com/general/latest/gr/bedrock.html
import type { ServiceName } from './operation.ts';
import { ProtocolError } from './protocol-error.ts';

/** A group of regions with accounts and host names of its own. */
export interface Partition {
  readonly name: string;
  /** Which region names belong to it. */
  readonly regions: RegExp;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
}

/** Which of AWS's endpoints of a region is meant. */
export interface EndpointOptions {
  /** FIPS 140 endpoint. Default `false`. AWS has them in some regions only. */
  fips?: boolean | undefined;
  /** Endpoint that also answers over IPv6. Default `false`. */
  dualStack?: boolean | undefined;
}

/** `regions` is the pattern of what the names of its regions begin with. */
type Row = readonly [name: string, regions: string, dnsSuffix: string, dualStackDnsSuffix: string];

/** The partitions of AWS's endpoint rules (partitions.json of the AWS SDKs, November 2026), `aws` first. */
const partitions: readonly [Row, ...Row[]] = [
  ['aws', '(us|eu|ap|sa|ca|me|af|il|mx)', 'amazonaws.com', 'api.aws'],
  ['aws-cn', 'cn', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  ['aws-us-gov', 'us-gov', 'amazonaws.com', 'api.aws'],
  ['aws-eusc', 'eusc-(de)', 'amazonaws.eu', 'api.amazonwebservices.eu'],
  ['aws-iso', 'us-iso', 'c2s.ic.gov', 'api.aws.ic.gov'],
  ['aws-iso-b', 'us-isob', 'sc2s.sgov.gov', 'api.aws.scloud'],
  ['aws-iso-e', 'eu-isoe', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  ['aws-iso-f', 'us-isof', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
];

/** The partition of a region. One that no partition knows is taken for `aws`, as AWS's clients do. */
export function partitionOf(region: string): Partition {
  const [name, regions, dnsSuffix, dualStackDnsSuffix] = rowOf(region);
  return { name, regions: patternOf(regions), dnsSuffix, dualStackDnsSuffix };
}

function rowOf(region: string): Row {
  const row = partitions.find(
    ([name, regions]) => region === `${name}-global` || patternOf(regions).test(region),
  );
  return row ?? partitions[0];
}

function patternOf(regions: string): RegExp {
  return new RegExp(`^${regions}-\\w+-\\d+$`);
}

/** A region becomes a label of a host name, so it must be one: RFC 1123, section 2.1. */
export function isRegion(region: string): boolean {
  return /^(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/.test(region);
}

/**
 * The endpoint of a service in a region, as an https URL without a path.
 *
 * `fips-us-east-1` and `us-east-1-fips`, older spellings of a FIPS endpoint, are understood.
 * @throws ProtocolError `invalid-region` when the region is empty or cannot be part of a host name.
 */
export function endpointFor(
  service: ServiceName | 'bedrock',
  region: string,
  options: EndpointOptions = {},
): string {
  if (!isRegion(region)) {
    throw new ProtocolError(
      'invalid-region',
      `region: expected a host label, found ${JSON.stringify(region)}`,
    );
  }
  return endpointOf(service, region, options);
}

/** The same without the check, for a region that {@link isRegion} has accepted. */
export function endpointOf(
  service: ServiceName | 'bedrock',
  region: string,
  { fips, dualStack }: EndpointOptions,
): string {
  const name = region.replace(/^fips-|-fips$/, '');
  const host = fips || name !== region ? `${service}-fips` : service;
  return `https://${host}.${name}.${rowOf(name)[dualStack ? 3 : 2]}`;
}

/**
 * The environment variables by which AWS's clients and tools choose region and endpoint.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export const environmentVariables: {
  /** An endpoint for one service; wins over `endpoint`. */
  readonly serviceEndpoint: { readonly [Service in ServiceName | 'bedrock']: string };
  /** An endpoint for every service. */
  readonly endpoint: 'AWS_ENDPOINT_URL';
  /** `true` makes a client look at neither. */
  readonly ignoreEndpoints: 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS';
  readonly fips: 'AWS_USE_FIPS_ENDPOINT';
  readonly dualStack: 'AWS_USE_DUALSTACK_ENDPOINT';
  /** The first that is set wins. */
  readonly region: readonly ['AWS_REGION', 'AWS_DEFAULT_REGION'];
} = {
  serviceEndpoint: {
    bedrock: 'AWS_ENDPOINT_URL_BEDROCK',
    'bedrock-runtime': 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
    'bedrock-agent-runtime': 'AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME',
  },
  endpoint: 'AWS_ENDPOINT_URL',
  ignoreEndpoints: 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  fips: 'AWS_USE_FIPS_ENDPOINT',
  dualStack: 'AWS_USE_DUALSTACK_ENDPOINT',
  region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
};
