// Some models take no temperature, no top-p, or no top-k; Claude then still takes a temperature and a top-p that change nothing.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html
// https://platform.claude.com/docs/en/api/messages/create
// Measured on Converse, with a top-p of 0.99:
// https://github.com/aws-samples/anthropic-on-aws/blob/208732e26567a4add8f6ac591a49bb8f1183085a/notebooks/claude_fable_5_1_getting_started/claude-fable-5-1-getting-started.ipynb
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
    const isDefault = isClaude && temperature === 1;
    if (sampling.temperature === false && typeof temperature === 'number' && !isDefault) {
      refuse(
        'inferenceConfig.temperature',
        isClaude ? fromModel('`temperature` is deprecated for this model.') : unsupportedField('temperature'),
      );
    }
    if (sampling.topP === false && typeof topP === 'number' && !(isClaude && topP >= 0.99)) {
      refuse(
        'inferenceConfig.topP',
        isClaude ? fromModel('`top_p` is deprecated for this model.') : unsupportedField('topP'),
      );
    }
    const topK = memberAt(conversation.fields, ['top_k']);
    if (isClaude && sampling.topK === false && typeof topK === 'number') {
      refuse('additionalModelRequestFields.top_k', fromModel('`top_k` is deprecated for this model.'));
    }
  },
};
