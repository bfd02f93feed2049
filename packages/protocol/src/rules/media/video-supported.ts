// Most models take no video, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkSupported } from './check-media.ts';

export const videoSupported: Rule<Conversation> = {
  id: 'video-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html',
  check({ videos, capabilities }, refuse) {
    checkSupported('video', videos, capabilities.inputs.video, refuse);
  },
};
