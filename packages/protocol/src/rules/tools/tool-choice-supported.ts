// Some models cannot be made to call a tool.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const toolChoiceSupported: Rule<Conversation> = {
  id: 'tool-choice-supported',
  evidence: 'https://github.com/vercel/ai/issues/4396',
  check(conversation, refuse) {
    const { capabilities, request } = conversation;
    const choice = request.toolConfig?.toolChoice;
    if (!choice || typeof capabilities.toolUse !== 'object') return;
    const [kind] = memberOf(choice);
    if (capabilities.toolUse.choices[kind] !== false) return;
    refuse(`toolConfig.toolChoice.${kind}`, unsupportedField(`toolConfig.toolChoice.${kind}`));
  },
};
