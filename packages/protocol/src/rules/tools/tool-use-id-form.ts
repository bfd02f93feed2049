// Some models are stricter about the ids of tool uses than the service model.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fits, patternOf, serviceIds } from '../text-rule.ts';
import { fromModel } from '../wording.ts';

/** An id as Bedrock gives them. */
const bedrocks = /^tooluse_[\w-]{22}$/;

export const toolUseIdForm: Rule<Conversation> = {
  id: 'tool-use-id-form',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html',
  check(conversation, refuse) {
    if (!conversation.toolUse) return;
    const { ids, bedrockIds } = conversation.toolUse;
    // The results carry the same ids, or answer nothing: that is another rule.
    for (const { block, path, message, index } of conversation.toolUses) {
      const { toolUseId } = block;
      if (!fits(toolUseId, serviceIds) || fits(toolUseId, ids)) continue;
      if (bedrockIds === true && bedrocks.test(toolUseId)) continue;
      refuse(
        `${path}.toolUseId`,
        fromModel(
          // Mistral's words: https://github.com/anomalyco/opencode/pull/48843
          ids.minLength === ids.maxLength
            ? `Tool call id was ${toolUseId} but must be a-z, A-Z, 0-9, with a length of ${ids.maxLength}.`
            : `messages.${message}.content.${index}.tool_use.id: String should match pattern '${patternOf(ids)}'`,
        ),
      );
    }
  },
};
