// Some models take no documents, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedBlock } from '../wording.ts';

export const documentSupported: Rule<Conversation> = {
  id: 'document-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.document;
    if (input === 'unknown') return;
    for (const { block, path } of conversation.documents) {
      if (!input) refuse(path, "This model doesn't support documents.");
      else if (block.format && !input.formats.includes(block.format))
        refuse(path, unsupportedBlock('document'));
    }
  },
};
