// A text block of a message has more than white space. Inside a tool result a blank one is taken, too, as seen with Claude, Nova and Grok:
// https://github.com/aws-samples/bedrock-engineer/issues/8
// https://github.com/NousResearch/hermes-agent/issues/55092
// https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_multimodal_tool_returns/test_empty_tool_return.yaml
// https://github.com/BerriAI/litellm/blob/main/tests/integration/translation/messages/tool_search/test_messages_tool_search_bedrock_converse.py
import type { Conversation } from '../conversation.ts';
import { textOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';

export const textBlank: Rule<Conversation> = {
  id: 'text-blank',
  evidence: 'https://github.com/aws-samples/bedrock-engineer/issues/8',
  check({ isClaude, messages }, refuse) {
    // White space comes as far as Claude, which refuses it: https://github.com/NousResearch/hermes-agent/pull/63983
    messages.forEach(({ content }, message) => {
      // Converse makes one text of a document that is no PDF and of what stands beside it, in which a blank text is lost:
      // https://github.com/pydantic/pydantic-ai/blob/main/tests/models/cassettes/test_bedrock/test_bedrock_cache_write_and_read.yaml
      const isOneText =
        isClaude && content.some((block) => 'document' in block && block.document.format !== 'pdf');
      content.forEach((block, index) => {
        const text = textOf(block);
        if (text?.trim() !== '' || (text && isOneText)) return;
        refuse(
          `messages[${message}].content[${index}].text`,
          text && isClaude
            ? fromModel('messages: text content blocks must contain non-whitespace text')
            : `The text field in the ContentBlock object at messages.${message}.content.${index} is blank. Add text to the text field, and try again.`,
        );
      });
    });
  },
};
