// Some models are stricter about the ids of tool uses than the service model.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fits, patternOf, serviceIds } from '../text-rule.ts';
import { fromModel } from '../wording.ts';

export const toolUseIdForm: Rule<Conversation> = {
  id: 'tool-use-id-form',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html',
  check(conversation, refuse) {
    const { toolUse } = conversation.capabilities;
    if (typeof toolUse !== 'object') return;
    // The results carry the same ids, or answer nothing: that is another rule.
    for (const { block, path, message, index } of conversation.toolUses) {
      if (!fits(block.toolUseId, serviceIds) || fits(block.toolUseId, toolUse.ids)) continue;
      refuse(
        `${path}.toolUseId`,
        fromModel(
          `messages.${message}.content.${index}.tool_use.id: String should match pattern '${patternOf(toolUse.ids)}'`,
        ),
      );
    }
  },
};
