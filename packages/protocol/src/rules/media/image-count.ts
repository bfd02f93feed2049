// How many images one message holds, or one request to Claude, which counts the documents with them.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
// https://github.com/cline/cline/issues/1844
// https://github.com/vokako/bedrock-api-feature-tests
import type { Conversation } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Rule } from '../rule.ts';
import { fromModel } from '../wording.ts';
import { checkCount, counted } from './check-media.ts';

export const imageCount: Rule<Conversation> = {
  id: 'image-count',
  evidence: 'https://github.com/boto/boto3/issues/4632',
  check({ images, documents, capabilities: { inputs }, isClaude }, refuse) {
    const { image } = inputs;
    if (!isClaude) {
      // From S3 Nova reads up to a thousand: https://docs.aws.amazon.com/nova/latest/userguide/modalities.html
      const inline = images.filter(({ block }) => memberOf(block.source)[0] !== 's3Location');
      checkCount('images', inline, image, refuse);
      return;
    }
    if (typeof image !== 'object' || image.maxCount === 'unknown') return;
    const [seen, read] = [counted(images), counted(documents)];
    if (seen + read <= image.maxCount) return;
    refuse('messages', fromModel(`too many images and documents: ${seen} + ${read} > ${image.maxCount}`));
  },
};
