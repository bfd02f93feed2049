// Most models take no audio, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { checkSupported } from './check-media.ts';

export const audioSupported: Rule<Conversation> = {
  id: 'audio-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html',
  check({ audios, capabilities }, refuse) {
    checkSupported('audio', audios, capabilities.inputs.audio, refuse);
  },
};
