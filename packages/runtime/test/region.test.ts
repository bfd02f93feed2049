import { describe, expect, test } from 'vitest';
import { regionOf } from '../src/region.ts';

const arn = 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.x';

// Every pair of sources, the stronger one first; then each alone.
const option = { region: 'us-east-1' };
const primary = { AWS_REGION: 'ap-south-1' };
const secondary = { AWS_DEFAULT_REGION: 'sa-east-1' };

describe('the region of a call', () => {
  test.each([
    ['option', 'ARN', option, arn, {}, 'us-east-1'],
    ['option', 'AWS_REGION', option, undefined, primary, 'us-east-1'],
    ['option', 'AWS_DEFAULT_REGION', option, undefined, secondary, 'us-east-1'],
    ['ARN', 'AWS_REGION', {}, arn, primary, 'eu-west-1'],
    ['ARN', 'AWS_DEFAULT_REGION', {}, arn, secondary, 'eu-west-1'],
    ['AWS_REGION', 'AWS_DEFAULT_REGION', {}, undefined, { ...primary, ...secondary }, 'ap-south-1'],
  ])('%s beats %s', (_, __, settings, id, environment, region) => {
    expect(regionOf(settings, id, environment)).toBe(region);
  });

  test.each([
    ['the option', option, undefined, {}, 'us-east-1'],
    ['the ARN', {}, arn, {}, 'eu-west-1'],
    ['AWS_REGION', {}, undefined, primary, 'ap-south-1'],
    ['AWS_DEFAULT_REGION', {}, undefined, secondary, 'sa-east-1'],
    ['nothing', {}, undefined, {}, undefined],
    ['a model id that is no ARN', {}, 'us.anthropic.claude', {}, undefined],
    ['an ARN without a region', {}, 'arn:aws:bedrock:::x', {}, undefined],
    ['a variable in capitals', {}, undefined, { AWS_REGION: 'US-EAST-1' }, 'us-east-1'],
    ['a blank variable', {}, undefined, { AWS_REGION: ' ', ...secondary }, 'sa-east-1'],
  ])('comes from %s alone', (_, settings, id, environment, region) => {
    expect(regionOf(settings, id, environment)).toBe(region);
  });

  test.each([[undefined], [null], ['']])(
    'the option as %j switches the variables off, not the ARN',
    (region) => {
      expect(regionOf({ region }, undefined, { ...primary, ...secondary })).toBeUndefined();
      expect(regionOf({ region }, arn, primary)).toBe('eu-west-1');
    },
  );

  test.each(['us-east-1.evil.example/', 'a@b', '-x', 'x-', 'ü', 'a'.repeat(64), 'us east'])(
    '%j is refused, because it would decide where credentials go',
    (region) => {
      for (const call of [
        () => regionOf({ region }, undefined, {}),
        () => regionOf({}, `arn:aws:bedrock:${region}:1:x/y`, {}),
        () => regionOf({}, undefined, { AWS_REGION: region }),
      ])
        expect(call).toThrow(
          expect.objectContaining({
            code: 'InvalidRegion',
            message: `region: expected a name such as us-east-1, found ${JSON.stringify(region)}`,
          }) as Error,
        );
    },
  );
});
