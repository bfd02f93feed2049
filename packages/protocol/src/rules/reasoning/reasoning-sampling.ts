// What is left of the sampling parameters while a model reasons.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { fromModel, unsupportedField } from '../wording.ts';

export const reasoningSampling: Rule<Conversation> = {
  id: 'reasoning-sampling',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html',
  check(conversation, refuse) {
    const { capabilities, fields, isClaude, reasoning, request } = conversation;
    if (reasoning !== 'on' || !('sampling' in capabilities.reasoning)) return;
    const { sampling } = capabilities.reasoning;
    const effort = 'effort' in capabilities.reasoning && capabilities.reasoning.effort;
    const asked = effort ? (memberAt(fields, effort.path) ?? effort.default) : undefined;
    if (sampling.efforts && !sampling.efforts.some((level) => level === asked)) return;
    const { temperature, topP, maxTokens } = request.inferenceConfig ?? {};
    // A parameter that is never taken is left to the rule for that.
    const taken = capabilities.sampling;
    if (typeof temperature === 'number' && sampling.temperature === false && taken.temperature !== false) {
      // Claude takes its own default.
      if (!isClaude) refuse('inferenceConfig.temperature', unsupportedField('temperature'));
      else if (temperature !== 1) {
        refuse(
          'inferenceConfig.temperature',
          fromModel('`temperature` may only be set to 1 when thinking is enabled.'),
        );
      }
    }
    if (typeof topP === 'number' && taken.topP !== false) {
      if (sampling.topP === false) {
        refuse(
          'inferenceConfig.topP',
          isClaude ? fromModel('`top_p` must be unset when thinking is enabled.') : unsupportedField('topP'),
        );
      } else if (typeof sampling.topP === 'object' && (topP < sampling.topP[0] || topP > sampling.topP[1])) {
        refuse(
          'inferenceConfig.topP',
          fromModel(
            `\`top_p\` must be greater than or equal to ${sampling.topP[0]} or unset when thinking is enabled.`,
          ),
        );
      }
    }
    if (
      typeof taken.topK === 'object' &&
      sampling.topK === false &&
      memberAt(fields, taken.topK.path) !== undefined
    ) {
      refuse(
        ['additionalModelRequestFields', ...taken.topK.path].join('.'),
        isClaude ? fromModel('`top_k` must be unset when thinking is enabled.') : unsupportedField('topK'),
      );
    }
    if (typeof maxTokens === 'number' && sampling.maxTokens === false) {
      // Nova 2: https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/amazon-bedrock-nova-2-high-reasoning-validation-error.json
      refuse(
        'inferenceConfig.maxTokens',
        fromModel(
          "`maxTokens` must be unset when reasoningConfig type is 'enabled' and maxReasoningEffort is 'high'. Please consult our documentation at https://docs.aws.amazon.com/nova/latest/userguide",
        ),
      );
    }
  },
};
