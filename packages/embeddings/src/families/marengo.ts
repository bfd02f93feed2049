// TwelveLabs Marengo Embed 2.7 and 3.0: one text or image a request, in 3.0 also texts and images together.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html
import type { JSONObject } from '@ai-sdk/provider';
import type { Media } from '../inputs.ts';
import {
  type EmbeddingFamily,
  isRecord,
  malformed,
  notTaken,
  type Request,
  type Vectors,
  vectorOf,
} from './family.ts';

export const marengo27: EmbeddingFamily = {
  options: ['truncate'],
  truncations: ['NONE', 'END', 'RIGHT'],
  body: (request) => {
    const media = oneOf(request);
    if (media) return { inputType: media.kind, mediaSource: sourceOf(media) };
    const { truncate } = request.options;
    return {
      inputType: 'text',
      inputText: request.inputs[0].text,
      textTruncate: truncate && (truncate === 'NONE' ? 'none' : 'end'),
    };
  },
  read,
};

export const marengo3: EmbeddingFamily = {
  options: [],
  body: (request) => {
    const { text: inputText, media } = request.inputs[0];
    const [first] = media;
    if (media.every(({ kind }) => kind === 'image') && (media.length > 1 || first?.name !== undefined)) {
      const mediaSources = media.map((image) => ({
        name: image.name,
        mediaType: 'image',
        ...sourceOf(image),
      }));
      return { inputType: 'multi_input', multi_input: { inputText, mediaSources } };
    }
    if (first?.kind === 'image' && inputText !== undefined) {
      return { inputType: 'text_image', text_image: { inputText, mediaSource: sourceOf(first) } };
    }
    const one = oneOf(request);
    const inputType = one?.kind ?? 'text';
    return { inputType, [inputType]: one ? { mediaSource: sourceOf(one) } : { inputText } };
  },
  read,
};

/** The media, or undefined for a text. */
function oneOf(request: Request): Media | undefined {
  const { text, media } = request.inputs[0];
  if (media.length + (text === undefined ? 0 : 1) === 1) return media[0];
  throw notTaken(request, 'one text, image, sound or video; Marengo 3 also a text with images');
}

function sourceOf({ base64, s3Uri: uri, bucketOwner }: Media): JSONObject {
  return base64 === undefined ? { s3Location: { uri, bucketOwner } } : { base64String: base64 };
}

/** The page shows `data` as an object, callers report a list: either is read, and the bare object of 2.7 too. */
function read(answer: Readonly<Record<string, unknown>>): Vectors {
  const data = answer['data'] ?? answer;
  const first: unknown = Array.isArray(data) ? data[0] : data;
  if (!isRecord(first)) throw malformed('data[0] is missing', answer);
  return { vectors: [vectorOf(first['embedding'], 'data.embedding', answer)] };
}
