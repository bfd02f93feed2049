// Where Bedrock's services are, in every partition: AWS's endpoint rules for bedrock, bedrock-runtime and bedrock-agent-runtime.
// https://docs.aws.amazon.com/general/latest/gr/bedrock.html
import type { ServiceName } from './operation.ts';
import { ProtocolError } from './protocol-error.ts';

/** A group of regions with accounts and host names of its own. */
export interface Partition {
  /** The name, for example `aws-us-gov`. */
  readonly name: string;
  /** Matches the names of its regions. */
  readonly regions: RegExp;
  /** The end of its host names, for example `amazonaws.com`. */
  readonly dnsSuffix: string;
  /** The end of its host names that also answer over IPv6, for example `api.aws`. */
  readonly dualStackDnsSuffix: string;
}

/** Which kind of AWS's endpoints is meant. */
export interface EndpointOptions {
  /** The FIPS 140 endpoint, which AWS has in some regions only. Default `false`. */
  fips?: boolean | undefined;
  /** The endpoint that also answers over IPv6. Default `false`. */
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

/** Returns the partition of a region. An unknown region is taken to be in `aws`, as AWS's clients do. */
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

/** Whether a value is a region that can be part of a host name, as it must be: RFC 1123, section 2.1. */
export function isRegion(region: unknown): boolean {
  // The pattern takes a variable that is not set for the text 'undefined'.
  return typeof region === 'string' && /^(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/.test(region);
}

/**
 * Returns the endpoint of a service in a region, as an https URL without a path.
 *
 * `fips-us-east-1` and `us-east-1-fips`, older spellings of a FIPS endpoint, are understood.
 * @throws ProtocolError `invalid-region` if the region is missing or cannot be part of a host name.
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

/** Like {@link endpointFor}, without its check, for a region that {@link isRegion} has accepted. */
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
  /** The endpoint for one service; it wins over `endpoint`. */
  readonly serviceEndpoint: { readonly [Service in ServiceName | 'bedrock']: string };
  /** The endpoint for every service. */
  readonly endpoint: 'AWS_ENDPOINT_URL';
  /** If it is `true`, clients ignore both. */
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
