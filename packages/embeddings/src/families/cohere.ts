// Cohere Embed v3 and v4: up to 96 values a request, and a purpose that every request must name.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
import { type JSONObject, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { type Input, isText, type Media } from '../inputs.ts';
import {
  type EmbeddingFamily,
  isRecord,
  listOf,
  malformed,
  type Request,
  type Vectors,
  vectorOf,
} from './family.ts';

/** As in `@ai-sdk/amazon-bedrock`: vectors that were stored with it stay comparable. */
const defaultPurpose = 'search_query' as const;

export const cohereV3: EmbeddingFamily = {
  options: ['purpose', 'truncate', 'embeddingTypes'],
  defaultPurpose,
  // Exactly one image in a request, without texts.
  travelsAlone: (input) => !isText(input),
  body: (request) => {
    const { inputs, offset, options } = request;
    const [first] = inputs;
    if (first && !isText(first)) {
      if (first.text !== undefined || first.images.length !== 1) {
        throw refused(offset, 'Cohere Embed v3 takes a text or one image');
      }
      return { images: [dataUrl(first.images[0], offset)], input_type: 'image', ...typesOf(request) };
    }
    return {
      texts: inputs.map((input) => input.text ?? ''),
      input_type: options.purpose ?? defaultPurpose,
      ...(options.truncate && {
        truncate: options.truncate.replace('LEFT', 'START').replace('RIGHT', 'END'),
      }),
      ...typesOf(request),
    };
  },
  read,
};

export const cohereV4: EmbeddingFamily = {
  options: ['purpose', 'truncate', 'embeddingTypes', 'dimensions', 'maxTokens'],
  defaultPurpose,
  // "About 20 MB" by the page of the model.
  maxBodyBytes: 20_000_000,
  body: (request) => {
    const { inputs, offset, options } = request;
    return {
      ...(inputs.every(isText)
        ? { texts: inputs.map(({ text }) => text) }
        : { inputs: inputs.map((input, index) => ({ content: contentOf(input, offset + index) })) }),
      input_type: options.purpose ?? defaultPurpose,
      // The page of the model has LEFT and RIGHT, clients in use send START and END: as the caller writes it.
      ...(options.truncate && { truncate: options.truncate }),
      ...(options.dimensions !== undefined && { output_dimension: options.dimensions }),
      ...(options.maxTokens !== undefined && { max_tokens: options.maxTokens }),
      ...typesOf(request),
    };
  },
  read,
};

function typesOf({ options }: Request): JSONObject {
  return options.embeddingTypes ? { embedding_types: [...options.embeddingTypes] } : {};
}

function contentOf(input: Input, at: number): JSONObject[] {
  if (input.audio || input.video) throw refused(at, 'Cohere Embed takes texts and images');
  return [
    ...(input.text === undefined ? [] : [{ type: 'text', text: input.text }]),
    ...input.images.map((image) => ({ type: 'image_url', image_url: { url: dataUrl(image, at) } })),
  ];
}

function dataUrl(image: Media | undefined, at: number): string {
  if (!image || 's3Uri' in image) throw refused(at, 'Cohere Embed takes an image as bytes, not from S3');
  if (image.mediaType === undefined)
    throw refused(at, 'the image needs its mediaType, for example image/png');
  return `data:${image.mediaType};base64,${image.base64}`;
}

function refused(at: number, why: string): UnsupportedFunctionalityError {
  return new UnsupportedFunctionalityError({ functionality: `value ${at}`, message: `Value ${at}: ${why}.` });
}

/** Floats come as a list, or by type as an object; which of the two a single type gives differs by version. */
function read(answer: Readonly<Record<string, unknown>>, { inputs, options }: Request): Vectors {
  const type = options.embeddingTypes?.[0] ?? 'float';
  const embeddings = answer['embeddings'];
  const [list, place] = isRecord(embeddings)
    ? [embeddings[type], `embeddings.${type}`]
    : [embeddings, 'embeddings'];
  if (list === undefined) throw malformed(`${place} is missing`, answer);
  return {
    vectors: listOf(list, inputs.length, place, answer).map((vector, index) =>
      vectorOf(vector, `${place}[${index}]`, answer),
    ),
  };
}
