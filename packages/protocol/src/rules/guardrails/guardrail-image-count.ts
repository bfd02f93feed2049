// ApplyGuardrail looks at twenty images at most. The service model does not say so.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-mmfilter.html
import type { ApplyGuardrailRequest } from '../../types/apply-guardrail.ts';
import type { Rule } from '../rule.ts';

const maxImages = 20;

export const guardrailImageCount: Rule<ApplyGuardrailRequest> = {
  id: 'guardrail-image-count',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-mmfilter.html',
  check({ content }, refuse) {
    const count = content.filter((block) => 'image' in block).length;
    if (count > maxImages)
      refuse('content', `The request has ${count} images. Remove all but ${maxImages} and try again.`);
  },
};
