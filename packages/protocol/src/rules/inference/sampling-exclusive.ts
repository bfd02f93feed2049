// Some models take temperature or top-p, not both.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const samplingExclusive: Rule<Conversation> = {
  id: 'sampling-exclusive',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html',
  check(conversation, refuse) {
    const { temperature, topP } = conversation.request.inferenceConfig ?? {};
    if (conversation.capabilities.sampling.temperatureXorTopP !== true) return;
    if (typeof temperature !== 'number' || typeof topP !== 'number') return;
    refuse(
      'inferenceConfig.topP',
      fromModel('`temperature` and `top_p` cannot both be specified for this model. Please use only one.'),
    );
  },
};
