// Some models take no images, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedBlock } from '../wording.ts';

export const imageSupported: Rule<Conversation> = {
  id: 'image-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.image;
    if (input === 'unknown') return;
    for (const { block, path } of conversation.images) {
      if (input && input.formats.includes(block.format)) continue;
      refuse(path, unsupportedBlock('image'));
    }
  },
};
