// Cases of the rules about images, video and audio: how many and how large, from where, and in whose messages.
import type { RuleCase } from '../rule-cases.ts';
import {
  answer,
  assistant,
  claude,
  document,
  hello,
  image,
  newestClaude,
  nova,
  s3,
  text,
  user,
} from './blocks.ts';

const several = (count: number, of: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, index) => of(index));
const fiveImages = several(5, () => image());
const imageInS3 = { image: { format: 'png', source: s3 } };

export const mediaCases: readonly RuleCase[] = [
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(text, ...several(21, () => image()))] },
    accepted: { messages: [user(text, ...several(20, () => image()))] },
    path: 'messages[0].content',
    message: 'The message at messages.0 contains 21 images. The maximum number of images per message is 20.',
  },
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(text, image()), answer, user(text, ...several(21, () => image()))] },
    accepted: { messages: [user(text, image()), answer, user(text, ...several(20, () => image()))] },
    path: 'messages[2].content',
    message: 'The message at messages.2 contains 21 images. The maximum number of images per message is 20.',
  },
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(text, imageInS3, ...several(21, () => image()))] },
    accepted: { messages: [user(text, ...several(21, () => imageInS3))] },
    path: 'messages[0].content',
    message: 'The message at messages.0 contains 21 images. The maximum number of images per message is 20.',
  },
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [user(text, document('d'), ...several(15, () => image())), answer, user(...fiveImages)],
    },
    accepted: { messages: [user(text, ...several(15, () => image())), answer, user(...fiveImages)] },
    path: 'messages',
    message: 'The model returned the following errors: too many images and documents: 20 + 1 > 20',
  },
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: newestClaude,
    refused: { messages: [user(text, ...several(601, () => image()))] },
    accepted: { messages: [user(text, ...several(600, () => image()))] },
    path: 'messages',
    message: 'The model returned the following errors: too many images and documents: 601 + 0 > 600',
  },
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: 'us.meta.llama3-2-11b-instruct-v1:0',
    refused: { messages: [user(text, image(), image())] },
    accepted: { messages: [user(text, image())] },
    path: 'messages[0].content',
    message: 'The message at messages.0 contains 2 images. The maximum number of images per message is 1.',
  },
  {
    rule: 'image-size',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(image('png', 18_750_001), text)] },
    accepted: { messages: [user(image('png', 18_750_000), text)] },
    path: 'messages[0].content[0].image.source.bytes',
    message:
      'The image at messages.0.content.0.image exceeds the maximum size: 18750001 bytes > 18750000 bytes.',
  },
  {
    rule: 'image-size',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user(text, image('png', 3_932_161))] },
    accepted: { messages: [user(text, image('png', 3_932_160))] },
    path: 'messages[0].content[1].image.source.bytes',
    message:
      'The model returned the following errors: messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 5242884 bytes > 5242880 bytes',
  },
  {
    rule: 'image-supported',
    operation: 'Converse',
    modelId: 'mistral.mistral-7b-instruct-v0:2',
    refused: { messages: [user(image(), text)] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[0].image',
    message:
      "This model doesn't support the image content block that you provided. Update the content block and try again.",
  },
  {
    rule: 'video-supported',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ video: { format: 'mp4', source: s3 } }, text)] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[0].video',
    message:
      "This model doesn't support the video content block that you provided. Update the content block and try again.",
  },
  {
    rule: 'audio-supported',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ audio: { format: 'mp3', source: s3 } }, text)] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[0].audio',
    message:
      "This model doesn't support the audio content block that you provided. Update the content block and try again.",
  },
  {
    rule: 'media-in-user-messages',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [hello, assistant({ text: 'Here' }, document('d')), hello] },
    accepted: { messages: [hello, assistant({ text: 'Here' }, image()), user(document('d'), text)] },
    path: 'messages[1].content[1].document',
    message: 'The block at messages.1.content.1.document is allowed in messages with the role user only.',
  },
  {
    rule: 'media-in-user-messages',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, assistant({ text: 'Here' }, image()), hello] },
    accepted: { messages: [hello, answer, user(image(), text)] },
    path: 'messages[1].content[1].image',
    message: 'The block at messages.1.content.1.image is allowed in messages with the role user only.',
  },
  {
    rule: 's3-source-supported',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ image: { format: 'png', source: s3 } }, text)] },
    accepted: { messages: [user(image(), text)] },
    path: 'messages[0].content[0].image.source.s3Location',
    message:
      "This model doesn't support the image.source.s3Location field. Remove image.source.s3Location and try again.",
  },
];
