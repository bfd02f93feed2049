// A stop sequence has more than white space.
// https://github.com/stdapi-ai/stdapi.ai, tests/probes/results
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';

export const stopSequenceBlank: Rule<Conversation> = {
  id: 'stop-sequence-blank',
  evidence: 'https://github.com/stdapi-ai/stdapi.ai',
  check({ request }, refuse) {
    request.inferenceConfig?.stopSequences?.forEach((text, index) => {
      if (text.trim() !== '') return;
      refuse(
        `inferenceConfig.stopSequences[${index}]`,
        `The stop sequence value at inferenceConfig.stopSequences.${index} is blank. Try again with a non blank stop sequence.`,
      );
    });
  },
};
