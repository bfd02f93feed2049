// Most models take no video, or not of every format.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { unsupportedBlock } from '../wording.ts';

export const videoSupported: Rule<Conversation> = {
  id: 'video-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html',
  check(conversation, refuse) {
    const input = conversation.capabilities.inputs.video;
    if (input === 'unknown') return;
    for (const { block, path } of conversation.videos) {
      if (input && input.formats.includes(block.format)) continue;
      refuse(path, unsupportedBlock('video'));
    }
  },
};
