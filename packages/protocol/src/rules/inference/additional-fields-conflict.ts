// What Converse itself writes into a model's body must not stand among the model-specific fields as well. Seen for Claude.
// https://github.com/BerriAI/litellm/issues/13841, https://github.com/danny-avila/LibreChat/issues/2620
import type { Conversation } from '../conversation.ts';
import { memberAt } from '../json.ts';
import { memberOf, textOf } from '../member.ts';
import type { Rule } from '../rule.ts';

export const additionalFieldsConflict: Rule<Conversation> = {
  id: 'additional-fields-conflict',
  evidence: 'https://github.com/BerriAI/litellm/issues/13841',
  check({ fields, isClaude, request }, refuse) {
    if (!isClaude) return;
    const { inferenceConfig, system, toolConfig } = request;
    const choice = toolConfig?.toolChoice;
    const written: [field: string, existing: string | false | undefined][] = [
      ['max_tokens', typeof inferenceConfig?.maxTokens === 'number' && 'maxTokens'],
      ['system', system?.some((block) => textOf(block) !== undefined) && 'text'],
      ['tool_choice/type', choice && `toolConfig.toolChoice.${memberOf(choice)[0]}`],
    ];
    for (const [field, existing] of written) {
      const path = field.split('/');
      if (!existing || memberAt(fields, path) === undefined) continue;
      refuse(
        ['additionalModelRequestFields', ...path].join('.'),
        `The additional field ${field} conflicts with the existing field ${existing}. Remove ${field} and try again.`,
      );
    }
  },
};
