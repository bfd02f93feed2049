// The types of src/shapes/apply-guardrail.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue } from '../values.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html */
export interface ApplyGuardrailRequest {
  /** 0 to 2,048 characters, pattern `(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))`. */
  guardrailIdentifier: string;
  /** Pattern `(|([1-9][0-9]{0,7})|(DRAFT))`. */
  guardrailVersion: string;
  /** Who wrote the content: `INPUT` for a user, `OUTPUT` for a model. */
  source: GuardrailContentSource;
  /** The texts and images to check. */
  content: GuardrailContentBlock[];
  /** `FULL` also tells what was checked and not found. `INTERVENTIONS` or `FULL`. */
  outputScope?: GuardrailOutputScope | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentBlock.html */
export type GuardrailContentBlock = { text: GuardrailTextBlock } | { image: GuardrailImageBlock };

export type GuardrailContentQualifier = 'grounding_source' | 'query' | 'guard_content';

export type GuardrailContentSource = 'INPUT' | 'OUTPUT';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageBlock.html */
export interface GuardrailImageBlock {
  /** `png` or `jpeg`. */
  format: GuardrailImageFormat;
  source: GuardrailImageSource;
}

export type GuardrailImageFormat = 'png' | 'jpeg';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageSource.html */
export type GuardrailImageSource = { bytes: BlobValue };

export type GuardrailOutputScope = 'INTERVENTIONS' | 'FULL';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextBlock.html */
export interface GuardrailTextBlock {
  text: string;
  qualifiers?: GuardrailContentQualifier[] | undefined;
}
