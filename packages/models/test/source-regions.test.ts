// From which of AWS's Regions the profiles of each geography are called: of most models, then of those that depart from it.
import { expect, test } from 'vitest';
import { isSourceRegion } from '../src/index.ts';

const us = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
const canada = ['ca-central-1', 'ca-west-1'];
const eu = [
  ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2'],
  ...['eu-west-1', 'eu-west-2', 'eu-west-3'],
];
const japan = ['ap-northeast-1', 'ap-northeast-3'];
const australia = ['ap-southeast-2', 'ap-southeast-4'];
const india = ['ap-south-1', 'ap-south-2'];
const asia = [
  ...['ap-east-1', 'ap-east-2', ...japan, 'ap-northeast-2', ...india, 'ap-southeast-1', ...australia],
  ...['ap-southeast-3', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7'],
];
const emirates = 'me-central-1';
const israel = 'il-central-1';
const commercial = [
  ...[...us, ...canada, ...eu, ...asia, emirates, israel],
  ...['me-south-1', 'af-south-1', 'mx-central-1', 'sa-east-1'],
];
const government = ['us-gov-east-1', 'us-gov-west-1'];
const apart = [
  ...['us-iso-east-1', 'us-isob-east-1', 'us-isof-south-1', 'eu-isoe-west-1', 'eusc-de-east-1'],
  ...['cn-north-1', 'cn-northwest-1'],
];
const without = (regions: readonly string[], ...left: readonly string[]): string[] =>
  regions.filter((region) => !left.includes(region));

const euAndIsrael = [...without(eu, 'eu-central-2', 'eu-west-2'), israel];
const usAndCalgaryNot = [...us, 'ca-central-1'];
const withNewZealand = [...australia, 'ap-southeast-6'];
const few = { us: without(us, 'us-west-1'), eu: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'] };

test.each<[id: string, sources: Readonly<Record<string, readonly string[]>>]>([
  [
    'anthropic.claude-opus-5-5',
    {
      ...{ us: [...us, ...canada], ca: canada, eu, jp: japan, au: australia, in: india },
      ...{ apac: [...asia, emirates], global: commercial, 'us-gov': government },
    },
  ],
  ['anthropic.claude-opus-4-6-v1', { au: withNewZealand, us: [...us, ...canada] }],
  ['anthropic.claude-sonnet-4-6', { au: withNewZealand }],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', { us: usAndCalgaryNot, au: withNewZealand }],
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', { us: usAndCalgaryNot, au: withNewZealand, eu }],
  ['anthropic.claude-opus-4-5-20251101-v1:0', { us: usAndCalgaryNot, au: australia }],
  ['anthropic.claude-opus-4-1-20250805-v1:0', { us }],
  ['anthropic.claude-sonnet-4-20250514-v1:0', { us, eu: euAndIsrael }],
  ...['pro', 'lite', 'micro'].map((size): [string, Record<string, string[]>] => [
    `amazon.nova-${size}-v1:0`,
    {
      ...{ us, eu: euAndIsrael, ca: canada },
      apac: [...without(asia, 'ap-northeast-3', 'ap-south-2', 'ap-southeast-6'), emirates],
    },
  ]),
  ['meta.llama3-3-70b-instruct-v1:0', few],
  ['mistral.pixtral-large-2502-v1:0', few],
  ...['deepseek.r1-v1:0', 'meta.llama4-scout-17b-instruct-v1:0', 'stability.sd3-5-large-v1:0'].map(
    (id): [string, Record<string, string[]>] => [id, { us, eu }],
  ),
  ...['twelvelabs.pegasus-1-2-v1:0', 'writer.palmyra-x5-v1:0'].map(
    (id): [string, Record<string, string[]>] => [id, { us, eu }],
  ),
])('%s', (id, sources) => {
  for (const [prefix, regions] of Object.entries(sources)) {
    const found = [...commercial, ...government, ...apart].filter((region) =>
      isSourceRegion(region, prefix, id),
    );
    expect([prefix, ...found.sort()]).toEqual([prefix, ...[...regions].sort()]);
  }
});
