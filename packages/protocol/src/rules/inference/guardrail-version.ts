// A guardrail is named together with its version.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const guardrailVersion: Rule<Conversation> = {
  id: 'guardrail-version',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html',
  check(conversation, refuse) {
    const { guardrailIdentifier, guardrailVersion } = conversation.request.guardrailConfig ?? {};
    if (!guardrailIdentifier === !guardrailVersion) return;
    const missing = guardrailIdentifier ? 'guardrailVersion' : 'guardrailIdentifier';
    refuse(
      `guardrailConfig.${missing}`,
      `The guardrail identifier and the guardrail version must be given together. Add ${missing} and try again.`,
    );
  },
};
