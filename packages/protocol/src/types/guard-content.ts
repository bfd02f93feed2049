// The types of src/shapes/guard-content.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue } from '../values.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html */
export interface GuardrailConfiguration {
  /** 0 to 2,048 characters, pattern `(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))`. */
  guardrailIdentifier?: string | undefined;
  /** `DRAFT` or a number. Pattern `(|([1-9][0-9]{0,7})|(DRAFT))`. */
  guardrailVersion?: string | undefined;
  /** Whether the answer tells what the guardrail found; `enabled_full` also what it did not. `enabled`, `disabled` or `enabled_full`. */
  trace?: GuardrailTrace | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseContentBlock.html */
export type GuardrailConverseContentBlock =
  | { text: GuardrailConverseTextBlock }
  | { image: GuardrailConverseImageBlock };

export type GuardrailConverseContentQualifier = 'grounding_source' | 'query' | 'guard_content';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageBlock.html */
export interface GuardrailConverseImageBlock {
  /** `png` or `jpeg`. */
  format: GuardrailConverseImageFormat;
  source: GuardrailConverseImageSource;
}

export type GuardrailConverseImageFormat = 'png' | 'jpeg';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageSource.html */
export type GuardrailConverseImageSource = { bytes: BlobValue };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseTextBlock.html */
export interface GuardrailConverseTextBlock {
  text: string;
  qualifiers?: GuardrailConverseContentQualifier[] | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailStreamConfiguration.html */
export interface GuardrailStreamConfiguration {
  /** 0 to 2,048 characters, pattern `(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))`. */
  guardrailIdentifier?: string | undefined;
  /** `DRAFT` or a number. Pattern `(|([1-9][0-9]{0,7})|(DRAFT))`. */
  guardrailVersion?: string | undefined;
  /** Whether the answer tells what the guardrail found; `enabled_full` also what it did not. `enabled`, `disabled` or `enabled_full`. */
  trace?: GuardrailTrace | undefined;
  /** `sync` holds the answer back until it is checked, `async` checks while it streams. */
  streamProcessingMode?: GuardrailStreamProcessingMode | undefined;
}

export type GuardrailStreamProcessingMode = 'sync' | 'async';

export type GuardrailTrace = 'enabled' | 'disabled' | 'enabled_full';
