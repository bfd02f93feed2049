// A message of InvokeGuardrailChecks has ten content blocks at most. The service model does not say so.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-concepts.html
import type { InvokeGuardrailChecksRequest } from '../../types/guardrail-checks.ts';
import type { Rule } from '../rule.ts';

const maxBlocks = 10;

export const guardrailCheckBlockCount: Rule<InvokeGuardrailChecksRequest> = {
  id: 'guardrail-check-block-count',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-invoke-guardrail-checks-concepts.html',
  check({ messages }, refuse) {
    messages.forEach(({ content }, index) => {
      if (content.length <= maxBlocks) return;
      refuse(
        `messages[${index}].content`,
        `The message at messages.${index} has ${content.length} content blocks. Remove all but ${maxBlocks} and try again.`,
      );
    });
  },
};
