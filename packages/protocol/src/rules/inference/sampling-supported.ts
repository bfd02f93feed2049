// Some models take no temperature, no top-p, or no top-k.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { fromModel, unsupportedField } from '../wording.ts';

export const samplingSupported: Rule<Conversation> = {
  id: 'sampling-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html',
  check(conversation, refuse) {
    const { isClaude } = conversation;
    const { sampling } = conversation.capabilities;
    const { temperature, topP } = conversation.request.inferenceConfig ?? {};
    if (sampling.temperature === false && typeof temperature === 'number') {
      refuse(
        'inferenceConfig.temperature',
        isClaude ? fromModel('`temperature` is deprecated for this model.') : unsupportedField('temperature'),
      );
    }
    if (sampling.topP === false && typeof topP === 'number') {
      refuse(
        'inferenceConfig.topP',
        isClaude ? fromModel('`top_p` is deprecated for this model.') : unsupportedField('topP'),
      );
    }
    const topK = memberAt(conversation.request.additionalModelRequestFields, ['top_k']);
    if (isClaude && sampling.topK === false && typeof topK === 'number') {
      refuse('additionalModelRequestFields.top_k', fromModel('`top_k` is deprecated for this model.'));
    }
  },
};
