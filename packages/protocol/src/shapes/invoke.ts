// InvokeModel and its two streaming forms: the body is the model's own, as bytes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { PerformanceConfigLatency, ServiceTierType } from './converse.ts';
import {
  InternalServerException,
  ModelStreamErrorException,
  ModelTimeoutException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from './exceptions.ts';
import {
  body,
  guardrailIdentifier,
  guardrailVersion,
  invokeModelId,
  partBody,
  requestMetadataJson,
  string,
} from './scalars.ts';

export const BidirectionalInputPayloadPart: Structure = {
  type: 'structure',
  optional: { bytes: partBody },
  sensitive: true,
};

export const BidirectionalOutputPayloadPart: Structure = {
  type: 'structure',
  optional: { bytes: partBody },
  sensitive: true,
};

export const Trace: Enumeration = { type: 'enum', values: ['ENABLED', 'DISABLED', 'ENABLED_FULL'] };

export const InvokeModelRequest: Structure = {
  type: 'structure',
  required: { modelId: invokeModelId },
  optional: {
    body,
    contentType: string,
    accept: string,
    trace: Trace,
    guardrailIdentifier,
    guardrailVersion,
    performanceConfigLatency: PerformanceConfigLatency,
    serviceTier: ServiceTierType,
    requestMetadata: requestMetadataJson,
  },
};

export const InvokeModelResponse: Structure = {
  type: 'structure',
  required: { body, contentType: string },
  optional: { performanceConfigLatency: PerformanceConfigLatency, serviceTier: ServiceTierType },
};

export const InvokeModelWithBidirectionalStreamInput: Union = {
  type: 'union',
  name: 'InvokeModelWithBidirectionalStreamInput',
  members: { chunk: BidirectionalInputPayloadPart },
  stream: true,
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

export const InvokeModelWithBidirectionalStreamRequest: Structure = {
  type: 'structure',
  required: { modelId: invokeModelId, body: InvokeModelWithBidirectionalStreamInput },
};

export const InvokeModelWithBidirectionalStreamResponse: Structure = {
  type: 'structure',
  required: { body: InvokeModelWithBidirectionalStreamOutput },
};

export const InvokeModelWithResponseStreamRequest: Structure = {
  type: 'structure',
  required: { modelId: invokeModelId },
  optional: {
    body,
    contentType: string,
    accept: string,
    trace: Trace,
    guardrailIdentifier,
    guardrailVersion,
    performanceConfigLatency: PerformanceConfigLatency,
    serviceTier: ServiceTierType,
    requestMetadata: requestMetadataJson,
  },
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
