// Titan Text Embeddings G1 and v2, and Titan Multimodal Embeddings G1: one value a request.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import { isText } from '../inputs.ts';
import { countOf, type EmbeddingFamily, isRecord, malformed, type Request, vectorOf } from './family.ts';

export const titanTextV1: EmbeddingFamily = {
  options: [],
  body: (request) => ({ inputText: textOf(request) }),
  read: (answer) => ({
    vectors: [vectorOf(answer['embedding'], 'embedding', answer)],
    tokens: countOf(answer['inputTextTokenCount']),
  }),
};

export const titanTextV2: EmbeddingFamily = {
  options: ['dimensions', 'normalize', 'embeddingTypes'],
  body: (request) => {
    const { dimensions, normalize, embeddingTypes } = request.options;
    return {
      inputText: textOf(request),
      ...(dimensions !== undefined && { dimensions }),
      ...(normalize !== undefined && { normalize }),
      ...(embeddingTypes && { embeddingTypes: [...embeddingTypes] }),
    };
  },
  read: (answer, { options }) => {
    const type = options.embeddingTypes?.[0] ?? 'float';
    const byType = answer['embeddingsByType'];
    // `embedding` is always of floats; with another type alone it may be absent.
    const vector = isRecord(byType) ? byType[type] : undefined;
    return {
      vectors: [
        vector === undefined && type === 'float'
          ? vectorOf(answer['embedding'], 'embedding', answer)
          : vectorOf(vector, `embeddingsByType.${type}`, answer),
      ],
      tokens: countOf(answer['inputTextTokenCount']),
    };
  },
};

export const titanMultimodal: EmbeddingFamily = {
  options: ['dimensions'],
  body: ({ inputs, offset, options }) => {
    const [input] = inputs;
    const [image, ...more] = input?.images ?? [];
    if (input?.audio || input?.video || more.length > 0 || (image && 's3Uri' in image)) {
      throw new UnsupportedFunctionalityError({
        functionality: `value ${offset}`,
        message: `Value ${offset}: Titan Multimodal Embeddings takes a text, one image as bytes, or both.`,
      });
    }
    return {
      ...(input?.text !== undefined && { inputText: input.text }),
      ...(image && { inputImage: image.base64 }),
      ...(options.dimensions !== undefined && {
        embeddingConfig: { outputEmbeddingLength: options.dimensions },
      }),
    };
  },
  read: (answer) => {
    // An error in an answer of status 200.
    if (typeof answer['message'] === 'string' && answer['message'] !== '') {
      throw malformed(`the model says: ${answer['message']}`, answer);
    }
    return {
      vectors: [vectorOf(answer['embedding'], 'embedding', answer)],
      tokens: countOf(answer['inputTextTokenCount']),
    };
  },
};

function textOf({ inputs: [input], offset }: Request): string {
  if (input && isText(input)) return input.text;
  throw new UnsupportedFunctionalityError({
    functionality: `value ${offset}`,
    message: `Value ${offset}: Titan Text Embeddings takes text alone. For images use amazon.titan-embed-image-v1.`,
  });
}
