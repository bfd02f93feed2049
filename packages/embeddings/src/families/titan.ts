// Titan Text Embeddings G1 and v2, and Titan Multimodal Embeddings G1: one value a request.
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
import {
  countOf,
  type EmbeddingFamily,
  isRecord,
  malformed,
  notTaken,
  type Request,
  typeOf,
  vectorOf,
} from './family.ts';

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
    return { inputText: textOf(request), dimensions, normalize, embeddingTypes };
  },
  read: (answer, request) => {
    const type = typeOf(request, 'embeddingTypes');
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
  body: (request) => {
    const { text, media } = request.inputs[0];
    const [image] = media;
    if (media.length > 1 || (image && (image.kind !== 'image' || image.base64 === undefined))) {
      throw notTaken(request, 'a text, one image as bytes, or both');
    }
    const { dimensions } = request.options;
    return {
      inputText: text,
      inputImage: image?.base64,
      embeddingConfig: dimensions === undefined ? undefined : { outputEmbeddingLength: dimensions },
    };
  },
  read: (answer, request) => {
    // An error in an answer of status 200.
    if (typeof answer['message'] === 'string') throw malformed(answer['message'], answer);
    return titanTextV1.read(answer, request);
  },
};

function textOf(request: Request): string {
  const { text, media } = request.inputs[0];
  if (text !== undefined && media.length === 0) return text;
  throw notTaken(request, 'text alone; amazon.titan-embed-image-v1 takes images');
}
