// Whether AWS would take a request that starts, gets or lists invocations whose output goes to S3.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import { checkLimits } from './limits.ts';
import {
  GetAsyncInvokeRequest as GetAsyncInvokeShape,
  ListAsyncInvokesRequest as ListAsyncInvokesShape,
  StartAsyncInvokeRequest as StartAsyncInvokeShape,
} from './shapes/async-invoke.ts';
import type {
  GetAsyncInvokeRequest,
  ListAsyncInvokesRequest,
  StartAsyncInvokeRequest,
} from './types/async-invoke.ts';
import { type ValidationOptions, validateCall } from './validate-call.ts';
import type { DeepReadonly } from './values.ts';
import type { Violation } from './violation.ts';

/** Everything for which AWS would refuse a StartAsyncInvoke request before its model reads the input. */
export function validateStartAsyncInvoke(
  request: DeepReadonly<StartAsyncInvokeRequest>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  return validateCall('StartAsyncInvoke', StartAsyncInvokeShape, request, capabilities, options);
}

/** Everything for which AWS would refuse a GetAsyncInvoke request, as far as its service model tells. */
export function validateGetAsyncInvoke(request: DeepReadonly<GetAsyncInvokeRequest>): Violation[] {
  return checkLimits(GetAsyncInvokeShape, request);
}

/** Everything for which AWS would refuse a ListAsyncInvokes request, as far as its service model tells. */
export function validateListAsyncInvokes(request: DeepReadonly<ListAsyncInvokesRequest>): Violation[] {
  return checkLimits(ListAsyncInvokesShape, request);
}
