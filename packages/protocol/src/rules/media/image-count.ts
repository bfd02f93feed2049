// How many images one message holds.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkCount } from './check-media.ts';

export const imageCount: Rule<Conversation> = {
  id: 'image-count',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check({ images, capabilities }, refuse) {
    checkCount('images', images, capabilities.inputs.image, refuse);
  },
};
