import type { ServiceName } from '@bedrock-kit/protocol';
import { describe, expect, test } from 'vitest';
import { baseUrlOf, type EndpointSettings } from '../src/endpoint.ts';
import type { Environment } from '../src/environment.ts';

const runtime = 'bedrock-runtime';
const agent = 'bedrock-agent-runtime';
const base = (
  settings: EndpointSettings,
  environment: Environment = {},
  service: ServiceName = runtime,
  region: string | undefined = 'us-east-1',
): string => baseUrlOf(settings, service, region, environment);

const variables = {
  AWS_ENDPOINT_URL: 'http://all.test',
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://runtime.test',
  AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: 'http://agent.test/',
};

describe('without an endpoint', () => {
  test.each([
    ['us-east-1', {}, 'https://bedrock-runtime.us-east-1.amazonaws.com'],
    ['us-east-1', { fips: true }, 'https://bedrock-runtime-fips.us-east-1.amazonaws.com'],
    ['us-east-1', { dualStack: true }, 'https://bedrock-runtime.us-east-1.api.aws'],
    ['us-gov-west-1', { fips: true, dualStack: true }, 'https://bedrock-runtime-fips.us-gov-west-1.api.aws'],
    ['cn-north-1', {}, 'https://bedrock-runtime.cn-north-1.amazonaws.com.cn'],
    ['eusc-de-east-1', {}, 'https://bedrock-runtime.eusc-de-east-1.amazonaws.eu'],
    ['us-iso-east-1', {}, 'https://bedrock-runtime.us-iso-east-1.c2s.ic.gov'],
    ['fips-us-east-1', {}, 'https://bedrock-runtime-fips.us-east-1.amazonaws.com'],
  ])('%s with %j is %s', (region, settings, url) => {
    expect(base(settings, {}, runtime, region)).toBe(url);
  });

  test('a region is needed', () => {
    expect(() => baseUrlOf({}, runtime, undefined, {})).toThrow(
      expect.objectContaining({
        code: 'MissingRegion',
        message:
          'No AWS region: set region, or leave it out and set AWS_REGION or AWS_DEFAULT_REGION, or use an ARN that names one.',
      }) as Error,
    );
  });

  test('the switches of the environment count, and an option beats them', () => {
    const environment = { AWS_USE_FIPS_ENDPOINT: 'true', AWS_USE_DUALSTACK_ENDPOINT: 'true' };
    expect(base({}, environment)).toBe('https://bedrock-runtime-fips.us-east-1.api.aws');
    expect(base({ fips: false, dualStack: null }, environment)).toBe(
      'https://bedrock-runtime.us-east-1.amazonaws.com',
    );
  });
});

describe('an endpoint', () => {
  test.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['https://gateway.example/v1/acct/bedrock/', 'https://gateway.example/v1/acct/bedrock'],
    ['https://gateway.example//', 'https://gateway.example'],
    [
      new URL('https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com/'),
      'https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com',
    ],
  ])('%s is taken as it is, path prefix included', (endpoint, url) => {
    expect(baseUrlOf({ endpoint }, runtime, undefined, variables)).toBe(url);
  });

  test.each([
    '',
    'gateway.example',
    'ftp://a.test',
    'https://user:secret@a.test',
    'https://a.test/?x=1',
    'https://a.test/#x',
    '/model',
  ])('%j is refused without being quoted', (endpoint) => {
    // A blank option counts as none, a blank variable too.
    if (endpoint === '') expect(base({ endpoint })).toBe('https://bedrock-runtime.us-east-1.amazonaws.com');
    else {
      const message = 'endpoint: expected http(s)://host without user, query and fragment, found another';
      expect(() => base({ endpoint })).toThrow(
        expect.objectContaining({ code: 'InvalidEndpoint', message }) as Error,
      );
    }
  });

  test('cannot be combined with fips or dualStack', () => {
    for (const settings of [{ fips: true }, { dualStack: true }]) {
      expect(() => base({ ...settings, endpoint: 'http://a.test' })).toThrow(
        expect.objectContaining({ code: 'InvalidEndpoint' }) as Error,
      );
      expect(() => base(settings, { AWS_ENDPOINT_URL: 'http://a.test' })).toThrow(
        expect.objectContaining({ code: 'InvalidEndpoint' }) as Error,
      );
    }
  });

  test('that the caller wrote is not overruled by a switch of the environment', () => {
    expect(base({ endpoint: 'http://a.test' }, { AWS_USE_FIPS_ENDPOINT: 'true' })).toBe('http://a.test');
  });
});

describe('a wrong endpoint is told under the name by which it was written:', () => {
  const wrong = 'ftp://user:secret@a.test';
  const right = 'http://a.test';
  const endpointNames = ['baseURL', 'agentBaseURL'] as const;
  test.each<[string, EndpointSettings, Environment, ServiceName]>([
    ['endpoint', { endpoint: wrong }, {}, runtime],
    ['endpoint', { endpoint: wrong }, variables, agent],
    ['agentEndpoint', { endpoint: right, agentEndpoint: wrong }, {}, agent],
    ['baseURL', { endpoint: wrong, endpointNames }, {}, runtime],
    ['agentBaseURL', { agentEndpoint: wrong, endpointNames }, variables, agent],
    ['AWS_ENDPOINT_URL', { endpointNames }, { AWS_ENDPOINT_URL: wrong }, runtime],
    [
      'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
      {},
      { ...variables, AWS_ENDPOINT_URL_BEDROCK_RUNTIME: wrong },
      runtime,
    ],
    [
      'AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME',
      {},
      { ...variables, AWS_ENDPOINT_URL_BEDROCK_AGENT_RUNTIME: wrong },
      agent,
    ],
  ])('%s, with %j and %j', (name, settings, environment, service) => {
    const told = (expected: string) =>
      expect.objectContaining({ code: 'InvalidEndpoint', message: `${name}: expected ${expected}` }) as Error;
    expect(() => base(settings, environment, service)).toThrow(
      told('http(s)://host without user, query and fragment, found another'),
    );
    expect(() => base({ ...settings, fips: true }, environment, service)).toThrow(
      told('none with fips or dualStack, found one'),
    );
  });
});

describe('the variables', () => {
  test.each([
    ['that of the service beats the general one', variables, runtime, 'http://runtime.test'],
    ['each service has its own', variables, agent, 'http://agent.test'],
    ['the general one serves both', { AWS_ENDPOINT_URL: 'http://all.test' }, agent, 'http://all.test'],
    [
      'a blank one is unset',
      { AWS_ENDPOINT_URL: '' },
      runtime,
      'https://bedrock-runtime.us-east-1.amazonaws.com',
    ],
    [
      'all can be ignored',
      { ...variables, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      runtime,
      'https://bedrock-runtime.us-east-1.amazonaws.com',
    ],
  ] as const)('%s', (_, environment, service, url) => {
    expect(base({}, environment, service)).toBe(url);
  });

  test.each([[undefined], [null]])('endpoint as %j switches them off', (endpoint) => {
    expect(base({ endpoint }, variables)).toBe('https://bedrock-runtime.us-east-1.amazonaws.com');
    expect(base({ endpoint }, variables, agent)).toBe(
      'https://bedrock-agent-runtime.us-east-1.amazonaws.com',
    );
  });
});

describe('bedrock-agent-runtime', () => {
  test.each([
    [
      'goes to the endpoint of a gateway or emulator',
      { endpoint: 'http://127.0.0.1:1' },
      {},
      'http://127.0.0.1:1',
    ],
    [
      'has an endpoint of its own',
      { endpoint: 'http://a.test', agentEndpoint: 'http://b.test' },
      {},
      'http://b.test',
    ],
    [
      'does not go to a VPC endpoint of bedrock-runtime',
      { endpoint: 'https://vpce-1.bedrock-runtime.us-east-1.vpce.amazonaws.com' },
      {},
      'https://bedrock-agent-runtime.us-east-1.amazonaws.com',
    ],
    [
      'then looks at its variables',
      { endpoint: 'https://bedrock-runtime-fips.us-east-1.amazonaws.com' },
      variables,
      'http://agent.test',
    ],
    [
      'looks at no variable when its endpoint is switched off',
      { endpoint: 'http://a.test', agentEndpoint: null },
      variables,
      'https://bedrock-agent-runtime.us-east-1.amazonaws.com',
    ],
  ])('%s', (_, settings, environment, url) => {
    expect(base(settings, environment, agent)).toBe(url);
  });
});

test('slashes at the end of an endpoint go, in time that grows as the address', { timeout: 5_000 }, () => {
  const endpoint = `http://gateway.test/${'/'.repeat(200_000)}a`;
  expect(base({ endpoint: `${endpoint}//` })).toBe(endpoint);
});
