// The tool that is to be called is one of the tools.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SpecificToolChoice.html
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { toolNames } from '../tool-blocks.ts';
import { fromModel } from '../wording.ts';

export const toolChoiceKnown: Rule<Conversation> = {
  id: 'tool-choice-known',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SpecificToolChoice.html',
  check(conversation, refuse) {
    const choice = conversation.request.toolConfig?.toolChoice;
    if (!choice) return;
    const [kind, chosen] = memberOf(choice);
    if (kind !== 'tool' || toolNames(conversation).includes(chosen.name)) return;
    refuse('toolConfig.toolChoice.tool.name', fromModel(`Tool '${chosen.name}' not found in provided tools`));
  },
};
