// The header of InvokeModel that asks for optimized latency holds to the model as the member of Converse does.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import { checkLatency } from '../inference/latency-supported.ts';
import type { Invocation } from '../invocation.ts';
import type { Rule } from '../rule.ts';

export const invokeLatencySupported: Rule<Invocation> = {
  id: 'latency-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html',
  check(invocation, refuse) {
    const { performanceConfigLatency } = invocation.request;
    checkLatency(invocation, performanceConfigLatency, 'performanceConfigLatency', refuse);
  },
};
