// Some models are stricter about the ids of tool uses than the service model.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fits, serviceIds } from '../text-rule.ts';
import { fromModel } from '../wording.ts';

export const toolUseIdForm: Rule<Conversation> = {
  id: 'tool-use-id-form',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html',
  check(conversation, refuse) {
    const { toolUse } = conversation.capabilities;
    if (typeof toolUse !== 'object') return;
    const { ids } = toolUse;
    for (const { block, path } of [...conversation.toolUses, ...conversation.toolResults]) {
      if (!fits(block.toolUseId, serviceIds) || fits(block.toolUseId, ids)) continue;
      refuse(
        `${path}.toolUseId`,
        fromModel(`tool call id must match [${ids.characters}]{${ids.minLength},${ids.maxLength}}`),
      );
    }
  },
};
