// Which region a call goes to: the caller's, the ARN's, the environment's.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
import { isRegion } from '@bedrock-kit/protocol/client';
import { type Environment, variable } from './environment.ts';
import { BedrockError } from './errors.ts';
import { wrongOption } from './option-values.ts';

/** Which region requests go to. */
export interface RegionSettings {
  /**
   * The region that is called, for example `us-east-1`. Default: the region in the ARN of the call, then `AWS_REGION`, then `AWS_DEFAULT_REGION`.
   * Present as `undefined` or `null`, it switches the two variables off.
   */
  readonly region?: string | null | undefined;
}

/** The region of a call, or undefined where nothing names one. */
export function regionOf(
  settings: RegionSettings,
  arn: string | undefined,
  environment: Environment,
): string | undefined {
  const region: string | undefined =
    settings.region?.trim() ||
    // The fourth field of an ARN: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
    (arn?.startsWith('arn:') && arn.split(':', 4)[3]) ||
    ('region' in settings
      ? undefined
      : (variable(environment, 'AWS_REGION') ?? variable(environment, 'AWS_DEFAULT_REGION')));
  return region ? checkedRegion(region) : undefined;
}

/**
 * The region in lower case, if it can be part of a host name: it decides where credentials go. Capitals would lead to the same host, but AWS
 * refuses the signature.
 */
export function checkedRegion(given: string, name = 'region'): string {
  const region = given.toLowerCase();
  if (isRegion(region)) return region;
  const found = JSON.stringify(region.slice(0, 80));
  throw wrongOption(name, 'a name such as us-east-1', found, 'InvalidRegion');
}

/** The region to sign for: `fips-us-east-1` names the host of a region, and AWS accepts no signature for it. */
export function signedRegion(region: string | null | undefined): string {
  if (!region) throw missingRegion();
  return region.replace(/^fips-|-fips$/, '');
}

/** What a call says that cannot go on without a region. */
export function missingRegion(): BedrockError {
  return new BedrockError({
    code: 'MissingRegion',
    message:
      'No AWS region: set region, or leave it out and set AWS_REGION or AWS_DEFAULT_REGION, or use an ARN that names one.',
  });
}
