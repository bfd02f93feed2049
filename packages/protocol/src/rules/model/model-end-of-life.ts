// A model that has reached the end of its life answers no more.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
import type { Call } from '../call.ts';
import type { Rule } from '../rule.ts';

export const modelEndOfLife: Rule<Call> = {
  id: 'model-end-of-life',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
  check(call, refuse) {
    if (call.capabilities.lifecycle.status !== 'end-of-life') return;
    refuse(
      'modelId',
      'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
      'ResourceNotFoundException',
    );
  },
};
