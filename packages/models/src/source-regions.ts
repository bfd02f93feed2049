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
const withIsrael = /^(?:eu-(?!central-2|west-2|iso)|il-central-1$)/;

/**
 * What departs from that: of Claude by the cards of the models in September 2026, of the others by AWS's own lists of profiles in that month,
 * Region by Region (github.com/stdapi-ai/stdapi.ai, docs/models/catalog.json).
 */
const ofModels: readonly (readonly [models: RegExp, sources: Sources])[] = [
  [/^anthropic\.claude-(?:opus|sonnet)-4-6/, { au: withNewZealand }],
  [/^anthropic\.claude-(?:haiku|sonnet)-4-5/, { us: withoutCalgary, au: withNewZealand }],
  [/^anthropic\.claude-opus-4-5/, { us: withoutCalgary }],
  [/^anthropic\.claude-sonnet-4-2025/, { us: withoutCanada, eu: withIsrael }],
  [
    /^amazon\.nova-(?:pro|lite|micro)/,
    {
      us: withoutCanada,
      eu: withIsrael,
      apac: /^(?:ap-(?!northeast-3|south-2|southeast-6)|me-central-1$)/,
    },
  ],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-mistral-ai-pixtral-large.html
  [
    /^(?:meta\.llama3|mistral\.pixtral)/,
    { us: /^us-(?:east-[12]|west-2)$/, eu: /^eu-(?:central-1|north-1|west-[13])$/ },
  ],
  [
    /^(?:anthropic\.claude-opus-4-1|deepseek\.r1|meta\.llama4|stability|twelvelabs|writer)/,
    { us: withoutCanada },
  ],
];

/**
 * Tells whether an inference profile can be called from a Region.
 *
 * @param region - the Region of the endpoint that is called, such as `eu-central-1`
 * @param prefix - the geography of the profile, such as `eu`; for an unknown one the answer is always `true`
 * @param baseModelId - the id of the model without prefix, because some have more or fewer Regions than others of their geography
 */
export function isSourceRegion(region: string, prefix: Geography, baseModelId = ''): boolean {
  const sources = Object.hasOwn(usual, prefix)
    ? (ofModels.find(([models]) => models.test(baseModelId))?.[1][prefix] ?? usual[prefix])
    : undefined;
  return sources?.test(region) ?? true;
}

/** The prefixes of the profiles that a Region can call, the nearest geography first. */
export function prefixesAt(region: string, baseModelId: string): Geography[] {
  return Object.keys(usual).filter((prefix) => isSourceRegion(region, prefix, baseModelId));
}
