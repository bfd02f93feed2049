// A text block has more than white space.
// https://github.com/aws-samples/bedrock-engineer/issues/8
import { dotted } from '../../violation.ts';
import type { Conversation } from '../conversation.ts';
import { textOf } from '../member.ts';
import type { Rule } from '../rule.ts';

export const textBlank: Rule<Conversation> = {
  id: 'text-blank',
  evidence: 'https://github.com/aws-samples/bedrock-engineer/issues/8',
  check(conversation, refuse) {
    conversation.messages.forEach(({ content }, message) => {
      content.forEach((block, index) => {
        if (textOf(block)?.trim() !== '') return;
        refuse(
          `messages[${message}].content[${index}].text`,
          `The text field in the ContentBlock object at messages.${message}.content.${index} is blank. Add text to the text field, and try again.`,
        );
      });
    });
    for (const { block, path } of conversation.toolResults) {
      block.content.forEach((item, index) => {
        if (textOf(item)?.trim() !== '') return;
        const place = `${path}.content[${index}]`;
        refuse(
          `${place}.text`,
          `The text field in the ContentBlock object at ${dotted(place)} is blank. Add text to the text field, and try again.`,
        );
      });
    }
  },
};
