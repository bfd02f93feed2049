// An image that ApplyGuardrail looks at has at most 4 MB. The service model does not say so.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-mmfilter.html
import { blobLength } from '../../blob-length.ts';
import type { ApplyGuardrailRequest } from '../../types/apply-guardrail.ts';
import type { Rule } from '../rule.ts';

const maxBytes = 4 * 1024 * 1024;

export const guardrailImageSize: Rule<ApplyGuardrailRequest> = {
  id: 'guardrail-image-size',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-mmfilter.html',
  check({ content }, refuse) {
    content.forEach((block, index) => {
      if (!('image' in block) || blobLength(block.image.source.bytes) <= maxBytes) return;
      refuse(
        `content[${index}].image.source.bytes`,
        `The image at content.${index} is larger than 4 MB. Reduce its size and try again.`,
      );
    });
  },
};
