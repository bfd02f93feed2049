// Cohere Embed v3 and v4: up to 96 values a request, and a purpose that every request must name.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
import type { JSONObject } from '@ai-sdk/provider';
import type { Input, Media } from '../inputs.ts';
import {
  cutTo,
  type EmbeddingFamily,
  isRecord,
  listOf,
  notTaken,
  type Request,
  typeOf,
  type Vectors,
  vectorOf,
} from './family.ts';

/** As in `@ai-sdk/amazon-bedrock`: vectors that were stored with it stay comparable. */
const defaultPurpose = 'search_query' as const;
const names = ['inputType', 'outputDimension'] as const;
/**
 * Characters of a text of v3. Bedrock refuses a longer one before `truncate`, which counts tokens, is looked at.
 * https://github.com/deepset-ai/haystack-core-integrations/issues/912
 * https://github.com/spring-projects/spring-ai/issues/1753
 */
const mostCharacters = 2048;

export const cohereV3: EmbeddingFamily = {
  options: ['truncate', 'embeddingTypes'],
  names,
  defaultPurpose,
  // Exactly one image in a request, without texts.
  travelsAlone: ({ media }) => media.length > 0,
  body: (request) => {
    const { inputs, options } = request;
    const { text, media } = inputs[0];
    const [image] = media;
    const embedding_types = options.embeddingTypes;
    if (image) {
      if (text !== undefined || media.length > 1) throw notTaken(request, 'a text or one image');
      return { images: [dataUrl(image, request)], input_type: 'image', embedding_types };
    }
    return {
      texts: inputs.map((input) => readPart(input, request)),
      input_type: options.purpose ?? defaultPurpose,
      truncate: options.truncate?.replace('LEFT', 'START').replace('RIGHT', 'END'),
      embedding_types,
    };
  },
  read: (answer, request) => ({
    ...read(answer, request),
    notes: request.inputs.map((input) =>
      readPart(input, request) === (input.text ?? '') ? undefined : cutTo(mostCharacters),
    ),
  }),
};

export const cohereV4: EmbeddingFamily = {
  options: ['truncate', 'embeddingTypes', 'dimensions', 'maxTokens'],
  names,
  defaultPurpose,
  travelsAlone: () => false,
  // "About 20 MB" by the page of the model.
  maxBodyBytes: 20_000_000,
  body: (request) => {
    const { inputs, options } = request;
    const isText = inputs.every(({ media }) => media.length === 0);
    return {
      texts: isText ? inputs.map(({ text }) => text ?? '') : undefined,
      inputs: isText ? undefined : inputs.map((input, index) => contentOf(input, request, index)),
      input_type: options.purpose ?? defaultPurpose,
      // The page of the model has LEFT and RIGHT, clients in use send START and END: as the caller writes it.
      truncate: options.truncate,
      output_dimension: options.dimensions,
      max_tokens: options.maxTokens,
      embedding_types: options.embeddingTypes,
    };
  },
  read,
};

/** The part of a text that v3 takes: none is cut where the caller wants it refused. */
function readPart({ text = '' }: Input, { options }: Request): string {
  const truncate = options.additionalModelRequestFields?.['truncate'] ?? options.truncate;
  // Characters are never more than UTF-16 units.
  if (text.length <= mostCharacters || truncate === 'NONE') return text;
  const characters = Array.from(text);
  const isStart = truncate === 'START' || truncate === 'LEFT';
  return (isStart ? characters.slice(-mostCharacters) : characters.slice(0, mostCharacters)).join('');
}

function contentOf({ text, media }: Input, request: Request, index: number): JSONObject {
  const images = media.map((image) => ({
    type: 'image_url',
    image_url: { url: dataUrl(image, request, index) },
  }));
  return { content: text === undefined ? images : [{ type: 'text', text }, ...images] };
}

function dataUrl({ kind, mediaType, base64 }: Media, request: Request, index = 0): string {
  if (kind !== 'image' || mediaType === undefined || base64 === undefined) {
    throw notTaken(request, 'texts, and images as bytes with their mediaType', index);
  }
  // Without parameters, which the content type of a download may have.
  const [type = ''] = mediaType.split(';');
  return `data:${type.trim()};base64,${base64}`;
}

/** Floats come as a list, or by type as an object; which of the two a single type gives differs by version. */
function read(answer: Readonly<Record<string, unknown>>, request: Request): Vectors {
  const type = typeOf(request, 'embedding_types');
  const embeddings = answer['embeddings'];
  const [list, place] = isRecord(embeddings)
    ? [embeddings[type], `embeddings.${type}`]
    : [embeddings, 'embeddings'];
  return {
    vectors: listOf(list, request.inputs.length, place, answer).map((vector, index) =>
      vectorOf(vector, `${place}[${index}]`, answer),
    ),
  };
}
