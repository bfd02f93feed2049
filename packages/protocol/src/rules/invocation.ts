// A request of InvokeModel or InvokeModelWithResponseStream as the rules look at it.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { InvokeModelRequest } from '../types/invoke.ts';
import type { Call } from './call.ts';

export interface Invocation extends Call {
  readonly request: InvokeModelRequest;
}
