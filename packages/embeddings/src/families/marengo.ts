// TwelveLabs Marengo Embed 2.7 and 3.0: one text or image a request, in 3.0 also texts and images together.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html
import { type JSONObject, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { Input, Media } from '../inputs.ts';
import { type EmbeddingFamily, isRecord, malformed, type Vectors, vectorOf } from './family.ts';

export const marengo27: EmbeddingFamily = {
  options: ['truncate'],
  truncations: ['NONE', 'END', 'RIGHT'],
  body: ({ inputs: [input], offset, options }) => {
    const [kind, media] = onePart(input, offset);
    if (media) return { inputType: kind, mediaSource: sourceOf(media) };
    return {
      inputType: 'text',
      inputText: input?.text ?? '',
      ...(options.truncate && { textTruncate: options.truncate === 'NONE' ? 'none' : 'end' }),
    };
  },
  read,
};

export const marengo3: EmbeddingFamily = {
  options: [],
  body: ({ inputs: [input], offset }) => {
    const images = input?.images ?? [];
    const text = input?.text !== undefined && { inputText: input.text };
    if (images.length > 1 || images.some(({ name }) => name !== undefined)) {
      const mediaSources = images.map((image) => ({
        ...(image.name !== undefined && { name: image.name }),
        mediaType: 'image',
        ...sourceOf(image),
      }));
      return { inputType: 'multi_input', multi_input: { ...text, mediaSources } };
    }
    const [image] = images;
    if (image && text) {
      return { inputType: 'text_image', text_image: { ...text, mediaSource: sourceOf(image) } };
    }
    const [kind, media] = onePart(input, offset);
    return { inputType: kind, [kind]: media ? { mediaSource: sourceOf(media) } : { ...text } };
  },
  read,
};

function onePart(
  input: Input | undefined,
  offset: number,
): readonly [kind: string, media: Media | undefined] {
  const [image, ...more] = input?.images ?? [];
  const media = [image, ...more, input?.audio, input?.video].filter((part) => part !== undefined);
  if (!input || media.length + (input.text === undefined ? 0 : 1) !== 1) {
    throw new UnsupportedFunctionalityError({
      functionality: `value ${offset}`,
      message: `Value ${offset}: Marengo takes one text, image, sound or video; only Marengo 3 joins a text and images.`,
    });
  }
  const kind = image ? 'image' : input.audio ? 'audio' : input.video ? 'video' : 'text';
  return [kind, media[0]];
}

function sourceOf(media: Media): JSONObject {
  if ('base64' in media) return { base64String: media.base64 };
  const { s3Uri: uri, bucketOwner } = media;
  return { s3Location: { uri, ...(bucketOwner !== undefined && { bucketOwner }) } };
}

/** The page shows `data` as an object, callers report a list: either is read, and the bare object of 2.7 too. */
function read(answer: Readonly<Record<string, unknown>>): Vectors {
  const data = answer['data'] ?? answer;
  const first: unknown = Array.isArray(data) ? data[0] : data;
  if (!isRecord(first)) throw malformed('data[0] is missing', answer);
  return {
    vectors: [vectorOf(first['embedding'], Array.isArray(data) ? 'data[0].embedding' : 'embedding', answer)],
  };
}
