// Cases of the rules about images, documents, video, audio, citations and search results.
import type { RuleCase } from '../rule-cases.ts';
import { answer, assistant, claude, document, hello, image, newestClaude, nova, user } from './blocks.ts';

const bytes = { bytes: new Uint8Array(8) };
const s3 = { s3Location: { uri: 's3://bucket/key' } };
const text = { text: 'What is this?' };
const several = (count: number, of: (index: number) => object): object[] =>
  Array.from({ length: count }, (_, index) => of(index));
const fiveImages = several(5, () => image());
const tooLarge =
  'The maximum document size is 4.5 MB. Reduce the size of your document and retry your request.';
const name =
  "The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. Check that the file name conforms to these restrictions and retry your request.";

/** A document of one byte too many, and of as many as there may be. */
function sized(modelId: string, format: string, most: number, message: string): RuleCase {
  const messages = (length: number) => [user(text, document('d', length, format))];
  return {
    rule: 'document-size',
    operation: 'Converse',
    modelId,
    refused: { messages: messages(most + 1) },
    accepted: { messages: messages(most) },
    path: 'messages[0].content[1].document.source.bytes',
    message,
  };
}

/** A document inside of a tool's result. */
function result(more: object): object {
  const document = { name: 'd', format: 'pdf', source: bytes, ...more };
  return {
    messages: [
      hello,
      assistant({ toolUse: { toolUseId: 'a', name: 'x', input: {} } }),
      user({ toolResult: { toolUseId: 'a', content: [{ document }] } }),
    ],
    toolConfig: { tools: [{ toolSpec: { name: 'x', inputSchema: { json: { type: 'object' } } } }] },
  };
}

function named(refused: string, accepted: string): RuleCase {
  return {
    rule: 'document-name',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(document(refused), text)] },
    accepted: { messages: [user(document(accepted), text)] },
    path: 'messages[0].content[0].document.name',
    message: name,
  };
}

export const mediaCases: readonly RuleCase[] = [
  named('report.pdf', 'report pdf'),
  named('a  b', 'a b'),
  named('a\u3000b', 'a b'),
  named('a\tb', 'a b'),
  named('r\u00e9sum\u00e9', 'resume (2) [final] - copy'),
  named('a_b', 'a-b'),
  {
    rule: 'document-name-unique',
    operation: 'Converse',
    modelId: nova,
    refused: { messages: [user(document('a'), text), answer, user(document('a'), text)] },
    accepted: { messages: [user(document('a'), text), answer, user(document('b'), text)] },
    path: 'messages[2].content[0].document.name',
    message: "Messages can't contain duplicate document names. Rename the document and retry your request.",
  },
  {
    rule: 'document-count',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [
        user(text, document('d'), document('e'), document('f')),
        answer,
        user(text, document('g'), document('h'), document('i')),
      ],
    },
    accepted: {
      messages: [
        user(text, document('d'), document('e'), document('f')),
        answer,
        user(text, document('g'), document('h')),
      ],
    },
    path: 'messages',
    message:
      "You can't include more than 5 documents in a request. Reduce the number of documents and retry your request.",
  },
  sized(nova, 'csv', 4_718_592, tooLarge),
  sized(claude, 'docx', 4_718_592, tooLarge),
  sized(
    claude,
    'pdf',
    23_999_001,
    'The document at messages.0.content.1.document exceeds the maximum size: 23999002 bytes > 23999001 bytes.',
  ),
  sized(
    nova,
    'docx',
    18_750_000,
    'The document at messages.0.content.1.document exceeds the maximum size: 18750001 bytes > 18750000 bytes.',
  ),
  {
    rule: 'document-supported',
    operation: 'Converse',
    modelId: 'amazon.nova-micro-v1:0',
    refused: { messages: [user(text, document('d'))] },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[1].document',
    message: "This model doesn't support documents.",
  },
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
  {
    rule: 'citations-supported',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [user({ document: { name: 'd', source: s3, citations: { enabled: true } } }, text)],
    },
    accepted: {
      messages: [user({ document: { name: 'd', source: s3, citations: { enabled: false } } }, text)],
    },
    path: 'messages[0].content[0].document.citations',
    message: "This model doesn't support the citations field. Remove citations and try again.",
  },
  {
    rule: 'search-result-supported',
    operation: 'Converse',
    modelId: nova,
    refused: {
      messages: [user({ searchResult: { source: 'x', title: 'x', content: [{ text: 'x' }] } }, text)],
    },
    accepted: { messages: [user(text)] },
    path: 'messages[0].content[0].searchResult',
    message:
      "This model doesn't support the searchResult content block that you provided. Update the content block and try again.",
  },
  {
    rule: 'citations-format',
    operation: 'Converse',
    modelId: claude,
    refused: {
      messages: [
        user({ document: { name: 'd', format: 'docx', source: bytes, citations: { enabled: true } } }, text),
      ],
    },
    accepted: {
      messages: [
        user({ document: { name: 'd', format: 'pdf', source: bytes, citations: { enabled: true } } }, text),
      ],
    },
    path: 'messages[0].content[0].document.format',
    message:
      'Unsupported document format. Only txt and pdf formats are supported when citations are enabled.',
  },
  {
    rule: 'citations-in-result',
    operation: 'Converse',
    modelId: claude,
    refused: result({ citations: { enabled: true } }),
    accepted: result({ citations: { enabled: false } }),
    path: 'messages[2].content[0].toolResult.content[0].document.citations',
    message: 'Citations are not supported in tool result documents.',
  },
  {
    rule: 'document-source-cited',
    operation: 'Converse',
    modelId: claude,
    refused: { messages: [user({ document: { name: 'd', source: { text: 'x' } } }, text)] },
    accepted: {
      messages: [
        user({ document: { name: 'd', source: { text: 'x' }, citations: { enabled: true } } }, text),
      ],
    },
    path: 'messages[0].content[0].document.source.text',
    message:
      'DocumentSource object at messages.0.content.0.document.source must set one of the following keys: bytes, s3Location.',
  },
];
