// How many bytes one image has.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { Conversation } from '../conversation.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';
import { checkSize } from './check-media.ts';

/** The characters that bytes take in base64: Claude counts these, and its 5 MB of them are Converse's 3.75 MB of bytes. */
function encoded(length: number): number {
  return Math.ceil(length / 3) * 4;
}

export const imageSize: Rule<Conversation> = {
  id: 'image-size',
  evidence: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html',
  check({ images, capabilities, isClaude }, refuse) {
    checkSize(
      'image',
      images,
      capabilities.inputs.image,
      refuse,
      ({ message, index, inToolResult }, length, limit) =>
        isClaude && !inToolResult
          ? fromModel(
              `messages.${message}.content.${index}.image.source.base64: image exceeds ${encoded(limit) / 2 ** 20} MB maximum: ${encoded(length)} bytes > ${encoded(limit)} bytes`,
            )
          : undefined,
    );
  },
};
