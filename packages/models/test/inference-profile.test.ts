import { describe, expect, test } from 'vitest';
import { capabilitiesOf, inferenceProfilesFor, isSourceRegion, knownModelIds } from '../src/index.ts';

const haiku = 'anthropic.claude-haiku-4-5-20251001-v1:0';

describe('inferenceProfilesFor', () => {
  test.each([
    ['us-east-1', ['us', 'global']],
    ['ca-central-1', ['us', 'global']],
    ['eu-central-1', ['eu', 'global']],
    ['ap-northeast-1', ['jp', 'global']],
    ['ap-northeast-2', ['global']],
    ['ap-southeast-2', ['au', 'global']],
    ['ap-southeast-6', ['au', 'global']],
    ['ap-south-1', ['in', 'global']],
    ['ca-west-1', ['global']],
    ['eu-isoe-west-1', []],
    ['us-iso-east-1', []],
    ['eusc-de-east-1', []],
    ['sa-east-1', ['global']],
    ['me-central-1', ['global']],
    ['us-gov-west-1', []],
    ['cn-north-1', []],
  ])('Haiku 4.5 is called from %s through %j', (region, prefixes) => {
    expect(inferenceProfilesFor(haiku, region)).toEqual(prefixes.map((prefix) => `${prefix}.${haiku}`));
  });

  test('GovCloud has profiles of its own', () => {
    expect(inferenceProfilesFor('anthropic.claude-opus-5-5', 'us-gov-east-1')).toEqual([
      'us-gov.anthropic.claude-opus-5-5',
    ]);
  });

  test('the nearest geography comes first', () => {
    expect(inferenceProfilesFor('anthropic.claude-opus-7', 'ca-central-1')).toEqual([
      'ca.anthropic.claude-opus-7',
      'us.anthropic.claude-opus-7',
      'global.anthropic.claude-opus-7',
    ]);
    expect(inferenceProfilesFor('amazon.nova-lite-v1:0', 'ap-southeast-1')).toEqual([
      'apac.amazon.nova-lite-v1:0',
    ]);
  });

  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
  test('the Regions of a geography are those of the model', () => {
    const prefixes = (id: string, region: string): string[] =>
      inferenceProfilesFor(id, region).map((profile) => profile.slice(0, -id.length - 1));
    expect(prefixes('anthropic.claude-opus-5', 'ap-southeast-6')).toEqual(['global']);
    expect(prefixes('anthropic.claude-opus-5', 'ca-west-1')).toEqual(['us', 'global']);
    expect(prefixes('anthropic.claude-sonnet-4-20250514-v1:0', 'il-central-1')).toEqual(['eu', 'global']);
    expect(prefixes('anthropic.claude-sonnet-4-20250514-v1:0', 'eu-west-2')).toEqual(['global']);
    expect(prefixes('amazon.nova-lite-v1:0', 'me-central-1')).toEqual(['apac']);
  });

  // By AWS's own lists of profiles, Region by Region: github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json
  test.each([
    ['amazon.nova-lite-v1:0', 'ca-west-1', ['ca']],
    ['amazon.nova-pro-v1:0', 'ca-central-1', []],
    ['amazon.nova-pro-v1:0', 'il-central-1', ['eu']],
    ['amazon.nova-micro-v1:0', 'eu-west-2', []],
    ['amazon.nova-lite-v1:0', 'eu-west-1', ['eu']],
    ['amazon.nova-lite-v1:0', 'ap-southeast-6', []],
    ['meta.llama3-3-70b-instruct-v1:0', 'ca-central-1', []],
    ['meta.llama4-scout-17b-instruct-v1:0', 'us-west-1', ['us']],
    ['deepseek.r1-v1:0', 'ca-central-1', []],
    ['stability.stable-outpaint-v1:0', 'ca-west-1', []],
    ['twelvelabs.marengo-embed-3-0-v1:0', 'ca-central-1', []],
    ['writer.palmyra-x5-v1:0', 'ca-central-1', []],
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-meta-llama-3-3-70b-instruct.html
    ['meta.llama3-3-70b-instruct-v1:0', 'us-west-1', []],
    ['meta.llama3-3-70b-instruct-v1:0', 'us-west-2', ['us']],
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-mistral-ai-pixtral-large.html
    ['mistral.pixtral-large-2502-v1:0', 'ca-central-1', []],
    ['mistral.pixtral-large-2502-v1:0', 'us-west-1', []],
    ['mistral.pixtral-large-2502-v1:0', 'us-east-2', ['us']],
    ['mistral.pixtral-large-2502-v1:0', 'eu-south-1', []],
    ['mistral.pixtral-large-2502-v1:0', 'eu-west-3', ['eu']],
    // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-twelvelabs-pegasus-v1-2.html
    ['twelvelabs.pegasus-1-2-v1:0', 'us-west-1', ['us', 'global']],
    ['twelvelabs.pegasus-1-2-v1:0', 'eu-west-2', ['eu', 'global']],
    ['twelvelabs.pegasus-1-2-v1:0', 'ca-central-1', ['global']],
    ['writer.palmyra-x5-v1:0', 'us-west-2', ['us']],
    ['xai.grok-4.6', 'ca-west-1', ['us', 'global']],
  ])('%s is called from %s through %j', (id, region, prefixes) => {
    expect(inferenceProfilesFor(id, region)).toEqual(prefixes.map((prefix) => `${prefix}.${id}`));
  });

  test('a prefix that is not known is called from everywhere', () => {
    for (const prefix of ['nz', 'constructor']) expect(isSourceRegion('eu-west-1', prefix)).toBe(true);
  });

  test('a prefix, an ARN and a context variant are left out of account', () => {
    for (const id of [
      `jp.${haiku}`,
      `${haiku}:200k`,
      `arn:aws:bedrock:us-east-1::foundation-model/${haiku}`,
    ]) {
      expect(inferenceProfilesFor(id, 'eu-west-1')).toEqual([`eu.${haiku}`, `global.${haiku}`]);
    }
  });

  test('a model without profiles has none', () => {
    expect(inferenceProfilesFor('amazon.titan-embed-text-v2:0', 'us-east-1')).toEqual([]);
  });

  test('a model that is not in the table may have any that the Region can have', () => {
    expect(inferenceProfilesFor('anthropic.claude-opus-7', 'ap-northeast-1')).toEqual([
      'jp.anthropic.claude-opus-7',
      'apac.anthropic.claude-opus-7',
      'global.anthropic.claude-opus-7',
    ]);
  });

  test('every profile of a known model can be called from some Region', () => {
    const regions = [
      ...['us-east-1', 'ca-central-1', 'eu-west-1', 'us-gov-west-1'],
      ...['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-2'],
    ];
    for (const id of Object.values(knownModelIds).flat()) {
      const { profiles } = capabilitiesOf(id).addressing;
      if (profiles === 'unknown') continue;
      const called = new Set(regions.flatMap((region) => inferenceProfilesFor(id, region)));
      expect([...called].sort()).toEqual(profiles.map((prefix) => `${prefix}.${id}`).sort());
    }
  });

  test('an id that hides its model has none, unless the caller names it', () => {
    const arn = 'arn:aws:bedrock:eu-west-1:123456789012:provisioned-model/a1b2c3d4e5f6';
    expect(inferenceProfilesFor(arn, 'eu-west-1')).toEqual([]);
    expect(inferenceProfilesFor(arn, 'eu-west-1', { baseModelId: haiku })).toEqual([
      `eu.${haiku}`,
      `global.${haiku}`,
    ]);
  });
});
