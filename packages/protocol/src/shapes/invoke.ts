// The requests of InvokeModel and its two streaming forms: the body is the model's own, as bytes.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { PerformanceConfigLatency, ServiceTierType } from './converse.ts';
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

export const InvokeModelWithBidirectionalStreamInput: Union = {
  type: 'union',
  name: 'InvokeModelWithBidirectionalStreamInput',
  members: { chunk: BidirectionalInputPayloadPart },
  stream: true,
};

export const InvokeModelWithBidirectionalStreamRequest: Structure = {
  type: 'structure',
  required: { modelId: invokeModelId, body: InvokeModelWithBidirectionalStreamInput },
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
