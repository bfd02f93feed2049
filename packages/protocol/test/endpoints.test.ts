import { expect, test } from 'vitest';
import { endpointFor, environmentVariables, isRegion, partitionOf } from '../src/endpoints.ts';
import { ProtocolError } from '../src/protocol-error.ts';
import { readAwsFacts } from './aws-facts.ts';

const regions: Readonly<Record<string, string>> = {
  'us-east-1': 'aws',
  'ap-southeast-7': 'aws',
  'mx-central-1': 'aws',
  'il-central-1': 'aws',
  'aws-global': 'aws',
  'cn-north-1': 'aws-cn',
  'aws-cn-global': 'aws-cn',
  'us-gov-west-1': 'aws-us-gov',
  'aws-us-gov-global': 'aws-us-gov',
  'eusc-de-east-1': 'aws-eusc',
  'us-iso-east-1': 'aws-iso',
  'aws-iso-global': 'aws-iso',
  'us-isob-east-1': 'aws-iso-b',
  'eu-isoe-west-1': 'aws-iso-e',
  'us-isof-south-1': 'aws-iso-f',
  'moon-base-1': 'aws',
};

test('every region, plain, FIPS, dual-stack and both, has the endpoint of the AWS clients', () => {
  const { endpoints } = readAwsFacts(Object.keys(regions));
  const ours = (['bedrock-runtime', 'bedrock-agent-runtime'] as const).map((service) => [
    service,
    Object.fromEntries(
      Object.keys(regions).flatMap((region) =>
        [false, true].flatMap((fips) =>
          [false, true].map((dualStack) => [
            `${region} ${fips} ${dualStack}`,
            endpointFor(service, region, { fips, dualStack }),
          ]),
        ),
      ),
    ),
  ]);
  expect(Object.fromEntries(ours)).toEqual(endpoints);
});

test('a region belongs to the partition whose pattern it fits, and to aws when it fits none', () => {
  const found = Object.keys(regions).map((region) => [region, partitionOf(region).name]);
  expect(Object.fromEntries(found)).toEqual(regions);
});

test('a partition tells its regions and the ends of its host names', () => {
  const { regions: ofChina, ...china } = partitionOf('cn-north-1');
  expect(china).toEqual({
    name: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
  });
  const { regions: ofAws } = partitionOf('us-east-1');
  const fitting = (pattern: RegExp): string[] =>
    Object.keys(regions).filter((region) => pattern.test(region));
  expect(fitting(ofChina)).toEqual(['cn-north-1']);
  expect(fitting(ofAws)).toEqual(['us-east-1', 'ap-southeast-7', 'mx-central-1', 'il-central-1']);
  expect(['x-us-east-1', 'us-east-1-x'].map((region) => ofAws.test(region))).toEqual([false, false]);
});

test('the older spellings of a FIPS region give the FIPS endpoint', () => {
  const expected = 'https://bedrock-runtime-fips.us-east-1.amazonaws.com';
  expect(endpointFor('bedrock-runtime', 'fips-us-east-1')).toBe(expected);
  expect(endpointFor('bedrock-runtime', 'us-east-1-fips')).toBe(expected);
});

test('the control plane has the same rules', () => {
  expect(endpointFor('bedrock', 'eu-central-1')).toBe('https://bedrock.eu-central-1.amazonaws.com');
});

test.each(['', '-us', 'us-', 'us east 1', 'us-east-1.evil.example', 'us/east', 'ü', 'a'.repeat(64)])(
  'a region that is no host label is refused: %j',
  (region) => {
    expect(isRegion(region)).toBe(false);
    let thrown: unknown;
    try {
      endpointFor('bedrock-runtime', region);
    } catch (error) {
      thrown = error;
    }
    if (!ProtocolError.isInstance(thrown)) throw new Error('no ProtocolError was thrown');
    expect({ code: thrown.code, names: thrown.message.includes(JSON.stringify(region)) }).toEqual({
      code: 'invalid-region',
      names: true,
    });
  },
);

test.each([undefined, null, 5])('what is no text is no region, and has no endpoint: %j', (region) => {
  expect(isRegion(region)).toBe(false);
  // As plain JavaScript passes it on where a variable is not set.
  const given = region as unknown as string;
  expect(() => endpointFor('bedrock-runtime', given)).toThrow(
    new ProtocolError('invalid-region', `region: expected a host label, found ${region}`),
  );
});

test('a label of 63 characters is a region', () => {
  expect(isRegion('a'.repeat(63))).toBe(true);
});

test('the environment variables have the names of the AWS SDKs', () => {
  expect(environmentVariables).toEqual({
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
  });
});
