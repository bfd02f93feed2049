// The types of src/shapes/invoke-response.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue } from '../values.ts';
import type {
  InternalServerException,
  ModelStreamErrorException,
  ModelTimeoutException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from './exceptions.ts';
import type { PerformanceConfigLatency, ServiceTierType } from './converse.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_BidirectionalOutputPayloadPart.html */
export interface BidirectionalOutputPayloadPart {
  /** 0 to 1,000,000 bytes. */
  bytes?: BlobValue | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html */
export interface InvokeModelResponse {
  /** The model's own answer. 0 to 25,000,000 bytes. */
  body: BlobValue;
  contentType: string;
  performanceConfigLatency?: PerformanceConfigLatency | (string & {}) | undefined;
  serviceTier?: ServiceTierType | (string & {}) | undefined;
}

/** The events of a stream: {@link InvokeModelWithBidirectionalStreamOutput} without the exceptions. */
export type InvokeModelWithBidirectionalStreamEvent = { chunk: BidirectionalOutputPayloadPart };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStreamOutput.html */
export type InvokeModelWithBidirectionalStreamOutput =
  | InvokeModelWithBidirectionalStreamEvent
  | { internalServerException: InternalServerException }
  | { modelStreamErrorException: ModelStreamErrorException }
  | { validationException: ValidationException }
  | { throttlingException: ThrottlingException }
  | { modelTimeoutException: ModelTimeoutException }
  | { serviceUnavailableException: ServiceUnavailableException };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html */
export interface InvokeModelWithBidirectionalStreamResponse {
  body: AsyncIterable<InvokeModelWithBidirectionalStreamOutput>;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html */
export interface InvokeModelWithResponseStreamResponse {
  /** The events, and the exceptions of the service model. */
  body: AsyncIterable<ResponseStream>;
  /** The type of the bytes in each chunk. */
  contentType: string;
  performanceConfigLatency?: PerformanceConfigLatency | (string & {}) | undefined;
  serviceTier?: ServiceTierType | (string & {}) | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html */
export interface PayloadPart {
  /** 0 to 1,000,000 bytes. */
  bytes?: BlobValue | undefined;
}

/** The events of a stream: {@link ResponseStream} without the exceptions. */
export type ResponseStreamEvent = { chunk: PayloadPart };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ResponseStream.html */
export type ResponseStream =
  | ResponseStreamEvent
  | { internalServerException: InternalServerException }
  | { modelStreamErrorException: ModelStreamErrorException }
  | { validationException: ValidationException }
  | { throttlingException: ThrottlingException }
  | { modelTimeoutException: ModelTimeoutException }
  | { serviceUnavailableException: ServiceUnavailableException };
