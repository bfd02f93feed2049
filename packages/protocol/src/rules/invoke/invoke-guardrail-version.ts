// A guardrail of InvokeModel is named together with its version.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
import type { Invocation } from '../invocation.ts';
import type { Rule } from '../rule.ts';

export const invokeGuardrailVersion: Rule<Invocation> = {
  id: 'guardrail-version',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html',
  check({ request }, refuse) {
    if (!request.guardrailIdentifier === !request.guardrailVersion) return;
    const missing = request.guardrailIdentifier ? 'guardrailVersion' : 'guardrailIdentifier';
    refuse(
      missing,
      `The guardrail identifier and the guardrail version must be given together. Add ${missing} and try again.`,
    );
  },
};
