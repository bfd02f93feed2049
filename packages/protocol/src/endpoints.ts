// Where Bedrock's services are, in every partition: AWS's endpoint rules for bedrock, bedrock-runtime and bedrock-agent-runtime.
// https://docs.aws.amazon.com/general/latest/gr/bedrock.html
import type { ServiceName } from './operation.ts';
import { ProtocolError } from './protocol-error.ts';

export interface Partition {
  readonly name: string;
  /** Which region names belong to it. */
  readonly regions: RegExp;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
}

export interface EndpointOptions {
  /** FIPS 140 endpoint. Default `false`. AWS has them in some regions only. */
  fips?: boolean | undefined;
  /** Endpoint that also answers over IPv6. Default `false`. */
  dualStack?: boolean | undefined;
}

/** The partitions of AWS's endpoint rules (partitions.json of the AWS SDKs, November 2026), `aws` first. */
const partitions: readonly [Partition, ...Partition[]] = [
  {
    name: 'aws',
    regions: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
  },
  {
    name: 'aws-cn',
    regions: /^cn-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com.cn',
    dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
  },
  {
    name: 'aws-us-gov',
    regions: /^us-gov-\w+-\d+$/,
    dnsSuffix: 'amazonaws.com',
    dualStackDnsSuffix: 'api.aws',
  },
  {
    name: 'aws-eusc',
    regions: /^eusc-(de)-\w+-\d+$/,
    dnsSuffix: 'amazonaws.eu',
    dualStackDnsSuffix: 'api.amazonwebservices.eu',
  },
  {
    name: 'aws-iso',
    regions: /^us-iso-\w+-\d+$/,
    dnsSuffix: 'c2s.ic.gov',
    dualStackDnsSuffix: 'api.aws.ic.gov',
  },
  {
    name: 'aws-iso-b',
    regions: /^us-isob-\w+-\d+$/,
    dnsSuffix: 'sc2s.sgov.gov',
    dualStackDnsSuffix: 'api.aws.scloud',
  },
  {
    name: 'aws-iso-e',
    regions: /^eu-isoe-\w+-\d+$/,
    dnsSuffix: 'cloud.adc-e.uk',
    dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
  },
  {
    name: 'aws-iso-f',
    regions: /^us-isof-\w+-\d+$/,
    dnsSuffix: 'csp.hci.ic.gov',
    dualStackDnsSuffix: 'api.aws.hci.ic.gov',
  },
];

/** The partition of a region. One that no partition knows is taken for `aws`, as AWS's clients do. */
export function partitionOf(region: string): Partition {
  return (
    partitions.find(({ name, regions }) => region === `${name}-global` || regions.test(region)) ??
    partitions[0]
  );
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
      `The region ${JSON.stringify(region)} cannot be part of a host name: 1 to 63 letters, digits and inner hyphens are allowed. Give a region such as "us-east-1".`,
    );
  }
  const name = region.replace(/^fips-|-fips$/, '');
  const { dnsSuffix, dualStackDnsSuffix } = partitionOf(name);
  const fips = options.fips || name !== region ? '-fips' : '';
  return `https://${service}${fips}.${name}.${options.dualStack ? dualStackDnsSuffix : dnsSuffix}`;
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
