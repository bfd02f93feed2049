/**
 * The Regions from which an inference profile can be called.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, which leaves the Regions of each profile to the
 *   cards of the models: https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 * @module
 */
import type { Geography } from './model-id.ts';

type Sources = Readonly<Record<string, RegExp>>;

/** Those of most models by prefix, the nearest geography first. */
const usual: Sources = {
  'us-gov': /^us-gov-/,
  ca: /^ca-/,
  us: /^(?:us|ca)-(?!gov-|iso)/,
  eu: /^eu-(?!iso)/,
  jp: /^ap-northeast-[13]$/,
  au: /^ap-southeast-[24]$/,
  // github.com/aws-samples/sample-per-model-bedrock, 08-moonshot-kimi/02-kimi-k3.ipynb
  in: /^ap-south-/,
  // https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_aws-bedrock-alpha.CrossRegionInferenceProfileRegion.html
  apac: /^(?:ap-|me-central-1$)/,
  global: /^(?!cn-|us-gov-|us-iso|eu-iso|eusc-)/,
};

const withoutCanada = /^us-(?!gov-|iso)/;
const withoutCalgary = /^(?:us-(?!gov-|iso)|ca-central-1$)/;
const withNewZealand = /^ap-southeast-[246]$/;

/** What departs from that, by the cards of the models in September 2026. */
const ofModels: Readonly<Record<string, Sources>> = {
  'anthropic.claude-sonnet-4-6': { au: withNewZealand },
  'anthropic.claude-opus-4-6-v1': { au: withNewZealand },
  'anthropic.claude-haiku-4-5-20251001-v1:0': { us: withoutCalgary, au: withNewZealand },
  'anthropic.claude-sonnet-4-5-20250929-v1:0': { us: withoutCalgary, au: withNewZealand },
  'anthropic.claude-opus-4-5-20251101-v1:0': { us: withoutCalgary },
  'anthropic.claude-opus-4-1-20250805-v1:0': { us: withoutCanada },
  'anthropic.claude-sonnet-4-20250514-v1:0': {
    us: withoutCanada,
    eu: /^(?:eu-(?!central-2|west-2|iso)|il-central-1$)/,
  },
};

/**
 * Tells whether an inference profile can be called from a Region.
 *
 * @param region - the Region of the endpoint that is called, such as `eu-central-1`
 * @param prefix - the geography of the profile, such as `eu`; for an unknown one the answer is always `true`
 * @param baseModelId - the id of the model without prefix, because some have more or fewer Regions than others of their geography
 */
export function isSourceRegion(region: string, prefix: Geography, baseModelId = ''): boolean {
  const sources = Object.hasOwn(usual, prefix)
    ? (ofModels[baseModelId]?.[prefix] ?? usual[prefix])
    : undefined;
  return sources?.test(region) ?? true;
}

/** The prefixes of the profiles that a Region can call, the nearest geography first. */
export function prefixesAt(region: string, baseModelId: string): Geography[] {
  return Object.keys(usual).filter((prefix) => isSourceRegion(region, prefix, baseModelId));
}
