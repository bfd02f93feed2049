// Some models read no media from S3.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { unsupportedField } from '../wording.ts';

export const s3SourceSupported: Rule<Conversation> = {
  id: 's3-source-supported',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html',
  check(conversation, refuse) {
    const { inputs } = conversation.capabilities;
    const kinds = [
      ['image', conversation.images, inputs.image],
      ['document', conversation.documents, inputs.document],
      ['video', conversation.videos, inputs.video],
      ['audio', conversation.audios, inputs.audio],
    ] as const;
    for (const [kind, blocks, input] of kinds) {
      if (typeof input !== 'object' || input.s3 !== false) continue;
      for (const { block, path } of blocks) {
        if (memberOf(block.source)[0] !== 's3Location') continue;
        refuse(`${path}.source.s3Location`, unsupportedField(`${kind}.source.s3Location`));
      }
    }
  },
};
