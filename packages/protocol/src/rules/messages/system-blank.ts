// A system block has more than white space.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemContentBlock.html
import type { Conversation } from '../conversation.ts';
import { textOf } from '../member.ts';
import type { Rule } from '../rule.ts';

export const systemBlank: Rule<Conversation> = {
  id: 'system-blank',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_SystemContentBlock.html',
  check(conversation, refuse) {
    conversation.request.system?.forEach((block, index) => {
      const text = textOf(block);
      // An empty one is refused by the service model already.
      if (!text || text.trim() !== '') return;
      refuse(
        `system[${index}].text`,
        `The text field in the SystemContentBlock object at system.${index} is blank. Add text to the text field, and try again.`,
      );
    });
  },
};
