// A prompt of Prompt management brings its own system prompt, tools and parameters.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const promptResourceFields: Rule<Conversation> = {
  id: 'prompt-resource-fields',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
  check(conversation, refuse) {
    if (conversation.model?.kind !== 'prompt') return;
    for (const field of [
      'additionalModelRequestFields',
      'inferenceConfig',
      'system',
      'toolConfig',
    ] as const) {
      const value = conversation.request[field];
      if (value === undefined || value === null) continue;
      refuse(
        field,
        `The ${field} field cannot be specified when the modelId is the ARN of a prompt. Remove ${field} and try again.`,
      );
    }
  },
};
