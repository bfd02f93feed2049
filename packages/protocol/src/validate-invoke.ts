// Whether AWS would take a request of the InvokeModel family. What stands in the body is the model's own affair.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import { isWellFormed } from './limits.ts';
import type { OperationName } from './operation.ts';
import { readModelId } from './rules/call.ts';
import type { Invocation } from './rules/invocation.ts';
import { invokeGuardrailVersion } from './rules/invoke/invoke-guardrail-version.ts';
import { invokeLatencySupported } from './rules/invoke/invoke-latency-supported.ts';
import { invokeServiceTierSupported } from './rules/invoke/invoke-service-tier-supported.ts';
import { metadataJson } from './rules/invoke/metadata-json.ts';
import { checkRules, type Rule } from './rules/rule.ts';
import type { Structure } from './shape.ts';
import {
  InvokeModelWithBidirectionalStreamRequest as BidirectionalShape,
  InvokeModelRequest as InvokeModelShape,
  InvokeModelWithResponseStreamRequest as ResponseStreamShape,
} from './shapes/invoke.ts';
import type {
  InvokeModelRequest,
  InvokeModelWithBidirectionalStreamRequest,
  InvokeModelWithResponseStreamRequest,
} from './types/invoke.ts';
import { type ValidationOptions, validateCall } from './validate-call.ts';
import type { DeepReadonly } from './values.ts';
import type { Violation } from './violation.ts';

/** The rules of InvokeModel and InvokeModelWithResponseStream, beside those about the model. */
export const invokeRules: readonly Rule<Invocation>[] = [
  invokeGuardrailVersion,
  metadataJson,
  invokeServiceTierSupported,
  invokeLatencySupported,
];

/** Everything for which AWS would refuse an InvokeModel request before its model reads the body. */
export function validateInvokeModel(
  request: DeepReadonly<InvokeModelRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  return validateInvocation('InvokeModel', InvokeModelShape, request, capabilities, options);
}

/** {@link validateInvokeModel} for InvokeModelWithResponseStream. */
export function validateInvokeModelWithResponseStream(
  request: DeepReadonly<InvokeModelWithResponseStreamRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const operation = 'InvokeModelWithResponseStream';
  return validateInvocation(operation, ResponseStreamShape, request, capabilities, options);
}

function validateInvocation(
  operation: OperationName,
  shape: Structure,
  request: DeepReadonly<InvokeModelRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  const violations = validateCall(operation, shape, request, capabilities, options);
  if (!isWellFormed(violations)) return violations;
  const model = readModelId(request.modelId);
  checkRules(invokeRules, { operation, model, capabilities, region: options?.region, request }, violations);
  return violations;
}

/** Everything for which AWS would refuse to open a bidirectional stream. Its events are not looked at. */
export function validateInvokeModelWithBidirectionalStream(
  request: DeepReadonly<InvokeModelWithBidirectionalStreamRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  return validateCall(
    'InvokeModelWithBidirectionalStream',
    BidirectionalShape,
    request,
    capabilities,
    options,
  );
}
