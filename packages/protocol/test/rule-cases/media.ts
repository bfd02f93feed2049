// Cases of the rules about images, video and audio: how many and how large, from where, and in whose messages.
import type { RuleCase } from '../rule-cases.ts';
import {
  answer,
  asked,
  assistant,
  claude,
  document,
  hello,
  image,
  newestClaude,
  nova,
  result,
  s3,
  served,
  text,
  tools,
  user,
  weather,
} from './blocks.ts';

const several = (count: number, of: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, index) => of(index));
const fiveImages = several(5, () => image());
const audio = { audio: { format: 'mp3', source: s3 } };
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
    // What a tool has answered with is not counted.
    rule: 'image-count',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(text, ...several(21, () => image()))] },
    accepted: {
      messages: [hello, asked, user(result('a', image()), ...several(20, () => image()))],
      toolConfig: weather,
    },
    path: 'messages[0].content',
    message: 'The message at messages.0 contains 21 images. The maximum number of images per message is 20.',
  },
  {
    rule: 'image-count',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user(text, ...several(21, () => image()))] },
    accepted: {
      messages: [user(text, ...several(20, () => image())), asked, user(result('a', image(), document('d')))],
      toolConfig: weather,
    },
    path: 'messages',
    message: 'The model returned the following errors: too many images and documents: 21 + 0 > 20',
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
    // Within the result of a tool no number is known by which Claude would call it.
    rule: 'image-size',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [hello, asked, user(result('a', image('png', 3_932_161)))], toolConfig: weather },
    accepted: { messages: [hello, asked, user(result('a', image('png', 3_932_160)))], toolConfig: weather },
    path: 'messages[2].content[0].toolResult.content[0].image.source.bytes',
    message:
      'The image at messages.2.content.0.toolResult.content.0.image exceeds the maximum size: 3932161 bytes > 3932160 bytes.',
  },
  {
    rule: 'image-supported',
    operation: 'Converse',
    modelId: nova,
    capabilities: { 'inputs.image.formats': ['png'] },
    refused: { messages: [user(image('png'), image('webp'), text)] },
    accepted: { messages: [user(image('png'), image('png'), text)] },
    path: 'messages[0].content[1].image',
    message:
      "This model doesn't support the image content block that you provided. Update the content block and try again.",
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
  ...[
    { modelId: nova, block: { video: { format: 'mp4', source: s3 } }, kind: 'video' },
    { modelId: 'mistral.voxtral-mini-3b-2507', block: audio, kind: 'audio' },
  ].map(
    ({ modelId, block, kind }): RuleCase => ({
      rule: 'media-in-user-messages',
      operation: 'Converse',
      modelId,
      refused: { messages: [hello, assistant(block), hello] },
      accepted: { messages: [user(text, block)] },
      path: `messages[1].content[0].${kind}`,
      message: `The block at messages.1.content.0.${kind} is allowed in messages with the role user only.`,
    }),
  ),
  {
    // Only an assistant draws; the result of a tool that Bedrock ran stands beside its call.
    rule: 'media-in-user-messages',
    operation: 'Converse',
    modelId: nova,
    capabilities: { systemMessages: 'unknown' },
    refused: { messages: [hello, { role: 'system', content: [image()] }] },
    accepted: {
      messages: [hello, assistant(served, result('s', document('d', 8, 'csv'))), hello],
      toolConfig: tools({ systemTool: { name: 'nova_grounding' } }),
    },
    path: 'messages[1].content[0].image',
    message: 'The block at messages.1.content.0.image is allowed in messages with the role user only.',
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
  ...[
    { modelId: claude, block: imageInS3, kind: 'image' },
    { modelId: claude, block: { document: { name: 'd', format: 'pdf', source: s3 } }, kind: 'document' },
    { modelId: nova, block: { video: { format: 'mp4', source: s3 } }, kind: 'video' },
    { modelId: 'mistral.voxtral-mini-3b-2507', block: audio, kind: 'audio' },
  ].map(
    ({ modelId, block, kind }): RuleCase => ({
      rule: 's3-source-supported',
      operation: 'Converse',
      modelId,
      capabilities: { [`inputs.${kind}.s3`]: false },
      refused: { messages: [user(block, text)] },
      accepted: { messages: [user(text)] },
      path: `messages[0].content[0].${kind}.source.s3Location`,
      message: `This model doesn't support the ${kind}.source.s3Location field. Remove ${kind}.source.s3Location and try again.`,
    }),
  ),
];
