// The types of src/shapes/invoke.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue } from '../values.ts';
import type { PerformanceConfigLatency, ServiceTierType } from './converse.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_BidirectionalInputPayloadPart.html */
export interface BidirectionalInputPayloadPart {
  /** 0 to 1,000,000 bytes. */
  bytes?: BlobValue | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html */
export interface InvokeModelRequest {
  /** A model id, an inference profile id, or the ARN of a model, profile, prompt or router. 1 to 2,048 characters. */
  modelId: string;
  /** The model's own request, usually JSON text. 0 to 25,000,000 bytes. */
  body?: BlobValue | undefined;
  contentType?: string | undefined;
  /** The type of the answer, `application/json` by default. */
  accept?: string | undefined;
  /** Whether the answer tells what the guardrail found; `ENABLED_FULL` also what it did not. `ENABLED`, `DISABLED` or `ENABLED_FULL`. */
  trace?: Trace | undefined;
  /** 0 to 2,048 characters, pattern `(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))`. */
  guardrailIdentifier?: string | undefined;
  /** Pattern `(|([1-9][0-9]{0,7})|(DRAFT))`. */
  guardrailVersion?: string | undefined;
  /** `standard` by default. `optimized` or `standard`. */
  performanceConfigLatency?: PerformanceConfigLatency | undefined;
  /** Which tier serves the request; each has a price of its own. `priority`, `default`, `flex` or `reserved`. */
  serviceTier?: ServiceTierType | undefined;
  /** JSON text of an object whose values are strings; it appears in the invocation logs. 0 to 8,500 characters. */
  requestMetadata?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStreamInput.html */
export type InvokeModelWithBidirectionalStreamInput = { chunk: BidirectionalInputPayloadPart };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html */
export interface InvokeModelWithBidirectionalStreamRequest {
  /** 1 to 2,048 characters. */
  modelId: string;
  body: AsyncIterable<InvokeModelWithBidirectionalStreamInput>;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html */
export interface InvokeModelWithResponseStreamRequest {
  /** A model id, an inference profile id, or the ARN of a model, profile, prompt or router. 1 to 2,048 characters. */
  modelId: string;
  /** The model's own request, usually JSON text. 0 to 25,000,000 bytes. */
  body?: BlobValue | undefined;
  contentType?: string | undefined;
  /** The type of the answer, `application/json` by default. */
  accept?: string | undefined;
  /** Whether the answer tells what the guardrail found; `ENABLED_FULL` also what it did not. `ENABLED`, `DISABLED` or `ENABLED_FULL`. */
  trace?: Trace | undefined;
  /** 0 to 2,048 characters, pattern `(|([a-z0-9]+)|(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail/[a-z0-9]+))`. */
  guardrailIdentifier?: string | undefined;
  /** Pattern `(|([1-9][0-9]{0,7})|(DRAFT))`. */
  guardrailVersion?: string | undefined;
  /** `standard` by default. `optimized` or `standard`. */
  performanceConfigLatency?: PerformanceConfigLatency | undefined;
  /** Which tier serves the request; each has a price of its own. `priority`, `default`, `flex` or `reserved`. */
  serviceTier?: ServiceTierType | undefined;
  /** JSON text of an object whose values are strings; it appears in the invocation logs. 0 to 8,500 characters. */
  requestMetadata?: string | undefined;
}

export type Trace = 'ENABLED' | 'DISABLED' | 'ENABLED_FULL';
