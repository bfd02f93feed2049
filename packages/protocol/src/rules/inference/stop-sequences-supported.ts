// Some models take no stop sequences, or only a few.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const stopSequencesSupported: Rule<Conversation> = {
  id: 'stop-sequences-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html',
  check(conversation, refuse) {
    const { stopSequences } = conversation.capabilities;
    const given = conversation.request.inferenceConfig?.stopSequences?.length ?? 0;
    if (stopSequences === 'unknown' || given === 0) return;
    if (!stopSequences) refuse('inferenceConfig.stopSequences', unsupportedField('stopSequences'));
    else if (stopSequences.max !== 'unknown' && given > stopSequences.max) {
      refuse(
        'inferenceConfig.stopSequences',
        `The model supports up to ${stopSequences.max} stop sequences. The request has ${given}.`,
      );
    }
  },
};
