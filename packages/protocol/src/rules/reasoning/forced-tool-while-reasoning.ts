// A model that reasons is not made to call a tool.
// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const forcedToolWhileReasoning: Rule<Conversation> = {
  id: 'forced-tool-while-reasoning',
  evidence: 'https://github.com/vercel/ai/issues/11227',
  check(conversation, refuse) {
    const { capabilities, reasoning, request, toolUse } = conversation;
    if (reasoning !== 'on' || !('forcedToolChoice' in capabilities.reasoning)) return;
    const choice = request.toolConfig?.toolChoice;
    if (!choice || capabilities.reasoning.forcedToolChoice !== false) return;
    const [kind] = memberOf(choice);
    // A model that never takes a forced choice is left to the rule for that.
    if (kind === 'auto' || toolUse?.choices[kind] === false) return;
    refuse(
      `toolConfig.toolChoice.${kind}`,
      fromModel('Thinking may not be enabled when tool_choice forces tool use.'),
    );
  },
};
