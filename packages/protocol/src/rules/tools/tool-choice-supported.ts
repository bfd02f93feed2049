// Some models cannot be made to call a tool.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html
// https://github.com/vercel/ai/blob/main/packages/amazon-bedrock/src/__fixtures__/bedrock-opus-5-5-forced-tool-error.json
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel, unsupportedField } from '../wording.ts';

export const toolChoiceSupported: Rule<Conversation> = {
  id: 'tool-choice-supported',
  evidence: 'https://github.com/vercel/ai/issues/4396',
  check(conversation, refuse) {
    const { isClaude, request, toolUse } = conversation;
    const choice = request.toolConfig?.toolChoice;
    if (!choice) return;
    const [kind] = memberOf(choice);
    if (toolUse?.choices[kind] !== false) return;
    const path = `toolConfig.toolChoice.${kind}`;
    refuse(
      path,
      isClaude
        ? fromModel('tool_choice: type "tool" and "any" are not supported for this model.')
        : unsupportedField(path),
    );
  },
};
