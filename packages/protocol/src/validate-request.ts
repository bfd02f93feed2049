// One entry for every operation, for code that handles requests of all kinds: it brings every rule and every input shape.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { OperationName } from './operation.ts';
import type { ApplyGuardrailRequest } from './types/apply-guardrail.ts';
import type {
  GetAsyncInvokeRequest,
  ListAsyncInvokesRequest,
  StartAsyncInvokeRequest,
} from './types/async-invoke.ts';
import type { ConverseRequest, ConverseStreamRequest } from './types/converse.ts';
import type { CountTokensRequest } from './types/count-tokens.ts';
import type { InvokeGuardrailChecksRequest } from './types/guardrail-checks.ts';
import type {
  InvokeModelRequest,
  InvokeModelWithBidirectionalStreamRequest,
  InvokeModelWithResponseStreamRequest,
} from './types/invoke.ts';
import type { RerankRequest } from './types/rerank.ts';
import {
  validateGetAsyncInvoke,
  validateListAsyncInvokes,
  validateStartAsyncInvoke,
} from './validate-async-invoke.ts';
import type { ValidationOptions } from './validate-call.ts';
import { validateConverse, validateConverseStream, validateCountTokens } from './validate-converse.ts';
import { validateApplyGuardrail, validateInvokeGuardrailChecks } from './validate-guardrail.ts';
import {
  validateInvokeModel,
  validateInvokeModelWithBidirectionalStream,
  validateInvokeModelWithResponseStream,
} from './validate-invoke.ts';
import { validateRerank } from './validate-rerank.ts';
import type { DeepReadonly } from './values.ts';
import type { Violation } from './violation.ts';

/** The request of each operation. */
export interface OperationRequests {
  Converse: ConverseRequest;
  ConverseStream: ConverseStreamRequest;
  InvokeModel: InvokeModelRequest;
  InvokeModelWithResponseStream: InvokeModelWithResponseStreamRequest;
  InvokeModelWithBidirectionalStream: InvokeModelWithBidirectionalStreamRequest;
  CountTokens: CountTokensRequest;
  ApplyGuardrail: ApplyGuardrailRequest;
  InvokeGuardrailChecks: InvokeGuardrailChecksRequest;
  StartAsyncInvoke: StartAsyncInvokeRequest;
  GetAsyncInvoke: GetAsyncInvokeRequest;
  ListAsyncInvokes: ListAsyncInvokesRequest;
  Rerank: RerankRequest;
}

type Validators = {
  readonly [Name in OperationName]: (
    request: DeepReadonly<OperationRequests[Name]>,
    capabilities: ModelCapabilities,
    options?: ValidationOptions,
  ) => Violation[];
};

const validators: Validators = {
  Converse: validateConverse,
  ConverseStream: validateConverseStream,
  InvokeModel: validateInvokeModel,
  InvokeModelWithResponseStream: validateInvokeModelWithResponseStream,
  InvokeModelWithBidirectionalStream: validateInvokeModelWithBidirectionalStream,
  CountTokens: validateCountTokens,
  ApplyGuardrail: validateApplyGuardrail,
  InvokeGuardrailChecks: validateInvokeGuardrailChecks,
  StartAsyncInvoke: validateStartAsyncInvoke,
  GetAsyncInvoke: validateGetAsyncInvoke,
  ListAsyncInvokes: validateListAsyncInvokes,
  Rerank: validateRerank,
};

/** Everything for which AWS would refuse a request of the named operation. Operations without a model ignore `capabilities`. */
export function validateRequest<Name extends OperationName>(
  operation: Name,
  request: DeepReadonly<OperationRequests[Name]>,
  capabilities: ModelCapabilities,
  options?: ValidationOptions,
): Violation[] {
  return validators[operation](request, capabilities, options);
}
