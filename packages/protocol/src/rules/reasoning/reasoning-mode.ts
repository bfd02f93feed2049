// Which forms of thinking a model of Claude knows, none of which has the effort in it.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import type { Rule } from '../rule.ts';
import { extraInput, fromModel } from '../wording.ts';

export const reasoningMode: Rule<Conversation> = {
  id: 'reasoning-mode',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html',
  check(conversation, refuse) {
    const { capabilities, fields, isClaude, thinking: type } = conversation;
    const { reasoning } = capabilities;
    if (!isClaude || typeof type !== 'string' || !('off' in reasoning)) return;
    const refused =
      (type === 'disabled' && reasoning.off === false) ||
      (type === 'enabled' && reasoning.kind === 'adaptive' && reasoning.budget === undefined) ||
      (type === 'adaptive' && reasoning.kind === 'budget');
    if (!refused) {
      if (memberAt(fields, ['thinking', 'effort']) !== undefined)
        refuse('additionalModelRequestFields.thinking.effort', extraInput(`thinking.${type}.effort`));
      return;
    }
    const [mode] = reasoning.kind === 'adaptive' ? reasoning.modes : [];
    const least =
      mode !== undefined && type === 'disabled'
        ? `"thinking.type.${mode}" for the lowest thinking setting, or `
        : '';
    const instead =
      reasoning.kind === 'adaptive'
        ? ` Use ${least}"thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`
        : '';
    refuse(
      'additionalModelRequestFields.thinking.type',
      fromModel(`"thinking.type.${type}" is not supported for this model.${instead}`),
    );
  },
};
