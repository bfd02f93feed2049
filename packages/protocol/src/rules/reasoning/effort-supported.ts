// Which efforts a model knows.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel, unsupportedField } from '../wording.ts';

export const effortSupported: Rule<Conversation> = {
  id: 'effort-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html',
  check(conversation, refuse) {
    const { capabilities, request } = conversation;
    const effort = request.outputConfig?.effort;
    const { reasoning } = capabilities;
    if (typeof effort !== 'string' || reasoning.kind === 'unknown') return;
    if (!('effort' in reasoning) || !reasoning.effort)
      refuse('outputConfig.effort', unsupportedField('effort'));
    else if (!reasoning.effort.levels.some((level) => level === effort)) {
      refuse(
        'outputConfig.effort',
        fromModel(`output_config.effort: Input should be one of ${reasoning.effort.levels.join(', ')}`),
      );
    }
  },
};
