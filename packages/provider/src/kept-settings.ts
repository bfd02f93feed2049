/**
 * Which settings may be written down, so that a model can be made again elsewhere.
 *
 * @module
 */
import { present } from './present.ts';
import type { AmazonBedrockProviderSettings } from './settings.ts';

/** Where to call and how long to wait; no secret, no function. */
const plain = [
  'region',
  'auth',
  'baseURL',
  'agentBaseURL',
  'fips',
  'dualStack',
  'signingRegion',
  'signingHost',
  'firstEventTimeoutMs',
  'idleTimeoutMs',
  'joinDeltas',
] as const;
/** Kept only where they are present without a value, which switches a variable of the environment off. */
const secret = ['apiKey', 'accessKeyId', 'secretAccessKey', 'sessionToken'] as const;

export type KeptSettings = Pick<
  AmazonBedrockProviderSettings,
  (typeof plain)[number] | (typeof secret)[number]
>;

export function keptSettings(settings: AmazonBedrockProviderSettings): KeptSettings {
  const off = secret.filter((key) => key in settings && !settings[key]);
  return { ...present(settings, plain), ...Object.fromEntries(off.map((key) => [key, null])) };
}
