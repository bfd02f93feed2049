// Some models take no images, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkSupported } from './check-media.ts';

export const imageSupported: Rule<Conversation> = {
  id: 'image-supported',
  evidence:
    'https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html',
  check({ images, capabilities }, refuse) {
    checkSupported('image', images, capabilities.inputs.image, refuse);
  },
};
