/**
 * The Regions from which an inference profile can be called.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, which leaves the Regions of each profile to the
 * cards of the models: https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
 */

type Sources = Readonly<Record<string, RegExp>>;

/** Those of a geography, as most models have them. A profile of any other prefix, such as `global`, is called from everywhere. */
const geographies: Sources = {
  us: /^(?:us|ca)-(?!gov-)/,
  eu: /^eu-/,
  // https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_aws-bedrock-alpha.CrossRegionInferenceProfileRegion.html
  apac: /^(?:ap-|me-central-1$)/,
  jp: /^ap-northeast-[13]$/,
  au: /^ap-southeast-[24]$/,
  // github.com/aws-samples/sample-per-model-bedrock, 08-moonshot-kimi/02-kimi-k3.ipynb
  in: /^ap-south-/,
  ca: /^ca-/,
  'us-gov': /^us-gov-/,
};

const withoutCanada = /^us-(?!gov-)/;
const withoutCalgary = /^(?:us-(?!gov-)|ca-central-1$)/;
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
    eu: /^(?:eu-(?!central-2|west-2)|il-central-1$)/,
  },
};

/** Whether the profile of the model with this prefix can be called from the Region. */
export function isSource(region: string, prefix: string, baseModelId = ''): boolean {
  return (ofModels[baseModelId]?.[prefix] ?? geographies[prefix])?.test(region) ?? true;
}
