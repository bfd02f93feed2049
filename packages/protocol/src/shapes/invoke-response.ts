// The answers of InvokeModel and its streams.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ResponseStream.html
import type { Structure, Union } from '../shape.ts';
import { PerformanceConfigLatency, ServiceTierType } from './converse.ts';
import {
  InternalServerException,
  ModelStreamErrorException,
  ModelTimeoutException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from './exceptions.ts';
import { body, partBody, string } from './scalars.ts';

export const BidirectionalOutputPayloadPart: Structure = {
  type: 'structure',
  optional: { bytes: partBody },
  sensitive: true,
};

export const InvokeModelResponse: Structure = {
  type: 'structure',
  required: { body, contentType: string },
  optional: { performanceConfigLatency: PerformanceConfigLatency, serviceTier: ServiceTierType },
};

export const InvokeModelWithBidirectionalStreamOutput: Union = {
  type: 'union',
  name: 'InvokeModelWithBidirectionalStreamOutput',
  members: {
    chunk: BidirectionalOutputPayloadPart,
    internalServerException: InternalServerException,
    modelStreamErrorException: ModelStreamErrorException,
    validationException: ValidationException,
    throttlingException: ThrottlingException,
    modelTimeoutException: ModelTimeoutException,
    serviceUnavailableException: ServiceUnavailableException,
  },
  stream: true,
};

export const InvokeModelWithBidirectionalStreamResponse: Structure = {
  type: 'structure',
  required: { body: InvokeModelWithBidirectionalStreamOutput },
};

export const PayloadPart: Structure = { type: 'structure', optional: { bytes: partBody }, sensitive: true };

export const ResponseStream: Union = {
  type: 'union',
  name: 'ResponseStream',
  members: {
    chunk: PayloadPart,
    internalServerException: InternalServerException,
    modelStreamErrorException: ModelStreamErrorException,
    validationException: ValidationException,
    throttlingException: ThrottlingException,
    modelTimeoutException: ModelTimeoutException,
    serviceUnavailableException: ServiceUnavailableException,
  },
  stream: true,
};

export const InvokeModelWithResponseStreamResponse: Structure = {
  type: 'structure',
  required: { body: ResponseStream, contentType: string },
  optional: { performanceConfigLatency: PerformanceConfigLatency, serviceTier: ServiceTierType },
};
