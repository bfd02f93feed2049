import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ParsedModelId, parseModelId } from '../src/index.ts';

const nothing: Omit<ParsedModelId, 'id'> = {
  kind: 'unknown',
  isArn: false,
  partition: undefined,
  region: undefined,
  accountId: undefined,
  resourceId: undefined,
  geography: undefined,
  vendor: undefined,
  baseModelId: undefined,
  model: undefined,
  version: undefined,
  variant: undefined,
  promptVersion: undefined,
};

describe('plain ids', () => {
  test.each<[string, string, string, string | undefined, string | undefined]>([
    ['anthropic.claude-opus-5-5', 'anthropic', 'claude-opus-5-5', undefined, undefined],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'anthropic', 'claude-3-haiku-20240307', 'v1:0', undefined],
    ['anthropic.claude-3-haiku-20240307-v1:0:200k', 'anthropic', 'claude-3-haiku-20240307', 'v1:0', '200k'],
    ['anthropic.claude-v2:1', 'anthropic', 'claude', 'v2:1', undefined],
    ['anthropic.claude-v2:1:18k', 'anthropic', 'claude', 'v2:1', '18k'],
    ['anthropic.claude-instant-v1', 'anthropic', 'claude-instant', 'v1', undefined],
    ['amazon.nova-premier-v1:0:mm', 'amazon', 'nova-premier', 'v1:0', 'mm'],
    ['amazon.titan-embed-text-v1:2:8k', 'amazon', 'titan-embed-text', 'v1:2', '8k'],
    ['amazon.titan-tg1-large', 'amazon', 'titan-tg1-large', undefined, undefined],
    ['cohere.embed-english-v3:0:512', 'cohere', 'embed-english', 'v3:0', '512'],
    ['cohere.rerank-v3-5:0', 'cohere', 'rerank', 'v3-5:0', undefined],
    ['openai.gpt-oss-120b-1:0', 'openai', 'gpt-oss-120b', '1:0', undefined],
    ['openai.gpt-5.6-sol', 'openai', 'gpt-5.6-sol', undefined, undefined],
    ['deepseek.v3.2', 'deepseek', 'v3.2', undefined, undefined],
    ['deepseek.r1-v1:0', 'deepseek', 'r1', 'v1:0', undefined],
    ['mistral.mistral-7b-instruct-v0:2', 'mistral', 'mistral-7b-instruct', 'v0:2', undefined],
    ['ai21.jamba-1-5-large-v1:0', 'ai21', 'jamba-1-5-large', 'v1:0', undefined],
    ['zai.glm-4.7', 'zai', 'glm-4.7', undefined, undefined],
  ])('%s is taken apart', (id, vendor, model, version, variant) => {
    expect(parseModelId(id)).toEqual({
      ...nothing,
      id,
      kind: 'foundation-model',
      vendor,
      model,
      version,
      variant,
      baseModelId: variant === undefined ? id : id.slice(0, -variant.length - 1),
    });
  });

  test.each(['us', 'eu', 'apac', 'jp', 'au', 'ca', 'in', 'us-gov', 'global', 'sa', 'amer'])(
    'the prefix %s. is a geography',
    (geography) => {
      const id = `${geography}.anthropic.claude-sonnet-4-5-20250929-v1:0`;
      expect(parseModelId(id)).toEqual({
        ...nothing,
        id,
        kind: 'inference-profile',
        geography,
        vendor: 'anthropic',
        model: 'claude-sonnet-4-5-20250929',
        version: 'v1:0',
        baseModelId: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
      });
    },
  );

  test.each([
    'my-provisioned-model',
    'x',
    '.',
    '..',
    'a.',
    '.b',
    ':',
    ':0',
    '🦜',
    ' ',
    '\n',
    'arn',
    'us.',
    'us.anthropic.',
  ])('%j shows nothing and is legal all the same', (id) => {
    const parsed = parseModelId(id);
    expect([parsed.kind, parsed.baseModelId, parsed.id]).toEqual(['unknown', undefined, id]);
  });
});

describe('ARNs', () => {
  const partitions = [
    ['aws', 'eu-west-1'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-iso', 'us-iso-east-1'],
    ['aws-iso-b', 'us-isob-east-1'],
    ['aws-eusc', 'eusc-de-east-1'],
  ] as const;
  const account = '123456789012';
  const haiku = {
    vendor: 'anthropic',
    model: 'claude-3-haiku-20240307',
    version: 'v1:0',
    baseModelId: 'anthropic.claude-3-haiku-20240307-v1:0',
  };
  const resources: readonly (readonly [
    kind: ParsedModelId['kind'],
    service: string,
    account: string,
    resource: string,
    shown: Partial<ParsedModelId>,
  ])[] = [
    ['foundation-model', 'bedrock', '', 'foundation-model/anthropic.claude-3-haiku-20240307-v1:0', haiku],
    [
      'foundation-model',
      'bedrock',
      '',
      'foundation-model/anthropic.claude-3-haiku-20240307-v1:0:48k',
      { ...haiku, variant: '48k' },
    ],
    [
      'inference-profile',
      'bedrock',
      account,
      'inference-profile/us-gov.anthropic.claude-3-haiku-20240307-v1:0',
      { ...haiku, geography: 'us-gov' },
    ],
    [
      'inference-profile',
      'bedrock',
      account,
      'inference-profile/global.anthropic.claude-opus-5-5',
      {
        geography: 'global',
        vendor: 'anthropic',
        model: 'claude-opus-5-5',
        baseModelId: 'anthropic.claude-opus-5-5',
      },
    ],
    ['application-inference-profile', 'bedrock', account, 'application-inference-profile/a1b2c3d4e5f6', {}],
    ['provisioned-model', 'bedrock', account, 'provisioned-model/a1b2c3d4e5f6', {}],
    [
      'custom-model',
      'bedrock',
      account,
      'custom-model/anthropic.claude-3-haiku-20240307-v1:0/a1b2c3d4e5f6',
      haiku,
    ],
    ['custom-model', 'bedrock', account, 'custom-model/imported/a1b2c3d4e5f6', {}],
    ['custom-model-deployment', 'bedrock', account, 'custom-model-deployment/a1b2c3d4e5f6', {}],
    ['imported-model', 'bedrock', account, 'imported-model/a1b2c3d4e5f6', {}],
    ['prompt', 'bedrock', account, 'prompt/ABCDEFGHIJ', {}],
    ['prompt', 'bedrock', account, 'prompt/ABCDEFGHIJ:7', { promptVersion: '7' }],
    ['prompt-router', 'bedrock', account, 'prompt-router/a1b2c3d4e5f6', {}],
    ['default-prompt-router', 'bedrock', account, 'default-prompt-router/anthropic.claude:1', {}],
    ['sagemaker-endpoint', 'sagemaker', account, 'endpoint/my-endpoint', {}],
    ['unknown', 'bedrock', account, 'guardrail/a1b2c3d4e5f6', {}],
    ['unknown', 'lambda', account, 'foundation-model/anthropic.claude-opus-5-5', {}],
    ['unknown', 'sagemaker', account, 'model/anthropic.claude-opus-5-5', {}],
  ];

  test('every resource type of the service model has a row', () => {
    const kinds = new Set(resources.map(([kind]) => kind));
    expect(kinds.size).toBe(12);
  });

  describe.each(partitions)('in the partition %s', (partition, region) => {
    test.each(resources)('%s: arn:…:%s:…:%s:%s', (kind, service, accountId, resource, shown) => {
      const id = `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
      expect(parseModelId(id)).toEqual({
        ...nothing,
        id,
        kind,
        isArn: true,
        partition,
        region,
        accountId: accountId || undefined,
        resourceId: resource.slice(resource.indexOf('/') + 1),
        ...shown,
      });
    });
  });

  test('an ARN without a Region has none', () => {
    expect(parseModelId('arn:aws:bedrock:::foundation-model/amazon.nova-2-lite-v1:0')).toMatchObject({
      kind: 'foundation-model',
      region: undefined,
      accountId: undefined,
      baseModelId: 'amazon.nova-2-lite-v1:0',
    });
  });

  test.each([
    'arn:',
    'arn::::::',
    'arn:aws',
    'arn:aws:bedrock',
    'arn:aws:bedrock:us-east-1:123456789012:',
    'arn:aws:bedrock:us-east-1:123456789012:foundation-model',
    'arn:aws:bedrock:us-east-1:123456789012:foundation-model/',
    'arn:aws:bedrock:us-east-1:123456789012:/x',
    `arn:${':'.repeat(2000)}`,
  ])('%j is an ARN of nothing known', (id) => {
    expect(parseModelId(id)).toMatchObject({ kind: 'unknown', isArn: true, baseModelId: undefined });
  });
});

describe('properties', () => {
  const part = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);

  test('any text of at least one character parses, and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (id) => {
        expect(parseModelId(id).id).toBe(id);
      }),
    );
  });

  test('any text after arn: parses as an ARN', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        expect(parseModelId(`arn:${rest}`).isArn).toBe(true);
      }),
    );
  });

  test('a base model id is a fixed point', () => {
    fc.assert(
      fc.property(
        part,
        part,
        fc.constantFrom('', '-v1:0', '-v2', ':0', '-v1:0:200k'),
        (vendor, model, end) => {
          const { baseModelId } = parseModelId(`us.${vendor}.${model}${end}`);
          expect(baseModelId).toBeDefined();
          if (baseModelId !== undefined && parseModelId(baseModelId).geography === undefined) {
            expect(parseModelId(baseModelId).baseModelId).toBe(baseModelId);
          }
        },
      ),
    );
  });

  test('a profile and its ARN show the same model', () => {
    fc.assert(
      fc.property(fc.constantFrom('us', 'eu', 'global', 'us-gov'), part, part, (geography, vendor, model) => {
        const id = `${geography}.${vendor}.${model}-v1:0`;
        const plain = parseModelId(id);
        const arn = parseModelId(`arn:aws:bedrock:us-east-1:123456789012:inference-profile/${id}`);
        expect([arn.kind, arn.geography, arn.vendor, arn.baseModelId, arn.version]).toEqual([
          plain.kind,
          plain.geography,
          plain.vendor,
          plain.baseModelId,
          plain.version,
        ]);
      }),
    );
  });

  test('a very long text is read in time that grows with it', () => {
    const id = `us.anthropic.${'claude-v1-'.repeat(100_000)}`;
    expect(parseModelId(id)).toMatchObject({ geography: 'us', vendor: 'anthropic' });
    expect(parseModelId(`${'a-1'.repeat(100_000)}.${'-v1'.repeat(100_000)}:0`)).toMatchObject({
      kind: 'foundation-model',
    });
  });
});
