// Most models take no audio, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedBlock } from '../wording.ts';

export const audioSupported: Rule<Conversation> = {
  id: 'audio-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.audio;
    if (input === 'unknown') return;
    for (const { block, path } of conversation.audios) {
      if (input && input.formats.includes(block.format)) continue;
      refuse(path, unsupportedBlock('audio'));
    }
  },
};
