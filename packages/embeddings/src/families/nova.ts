// Nova Multimodal Embeddings: one text, image, sound or video a request.
// https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
import { type JSONObject, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type { Input, Media } from '../inputs.ts';
import { countOf, type EmbeddingFamily, isRecord, malformed, vectorOf } from './family.ts';

/** As in `@ai-sdk/amazon-bedrock`, where AWS's own default is 3072: vectors that are stored keep their length. */
const defaultDimensions = 1024;
/** `GENERIC_INDEX`, for the same reason. */
const defaultPurpose = 'search_document' as const;

const purposes: Readonly<Record<string, string>> = {
  search_document: 'GENERIC_INDEX',
  search_query: 'GENERIC_RETRIEVAL',
  classification: 'CLASSIFICATION',
  clustering: 'CLUSTERING',
};

// Formats where they are not the second half of the media type.
const formats: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'image/jpg': 'jpeg',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
  'video/x-flv': 'flv',
  'video/x-ms-wmv': 'wmv',
  'video/3gpp': '3gp',
};

export const nova: EmbeddingFamily = {
  options: ['purpose', 'dimensions', 'truncate'],
  defaultPurpose,
  body: ({ inputs: [input], offset, options }) => ({
    taskType: 'SINGLE_EMBEDDING',
    singleEmbeddingParams: {
      embeddingPurpose: purposes[options.purpose ?? defaultPurpose] ?? options.purpose,
      embeddingDimension: options.dimensions ?? defaultDimensions,
      ...contentOf(input, offset, truncationOf(options.truncate)),
    },
  }),
  read: (answer) => {
    const embeddings = answer['embeddings'];
    const first: unknown = Array.isArray(embeddings) ? embeddings[0] : undefined;
    if (!isRecord(first)) throw malformed('embeddings[0] is missing', answer);
    const cut = countOf(first['truncatedCharLength']);
    return {
      vectors: [vectorOf(first['embedding'], 'embeddings[0].embedding', answer)],
      tokens: countOf(answer['inputTokenCount']),
      ...(cut !== undefined && { notes: [`the text was too long and was cut to ${cut} characters`] }),
    };
  },
};

function truncationOf(truncate: string | undefined): string {
  return truncate?.replace('LEFT', 'START').replace('RIGHT', 'END') ?? 'END';
}

function contentOf(input: Input | undefined, offset: number, truncationMode: string): JSONObject {
  const [image, ...more] = input?.images ?? [];
  const parts = [input?.text, image, ...more, input?.audio, input?.video].filter(
    (part) => part !== undefined,
  );
  if (!input || parts.length !== 1) {
    throw refused(offset, 'Nova Multimodal Embeddings takes exactly one text, image, sound or video');
  }
  if (image) {
    const { detailLevel } = input;
    return { image: { ...mediaOf(image, offset), ...(detailLevel !== undefined && { detailLevel }) } };
  }
  if (input.audio) return { audio: mediaOf(input.audio, offset) };
  if (input.video) {
    const embeddingMode = input.embeddingMode ?? 'AUDIO_VIDEO_COMBINED';
    return { video: { ...mediaOf(input.video, offset), embeddingMode } };
  }
  return { text: { truncationMode, value: input.text ?? '' } };
}

function mediaOf(media: Media, offset: number): JSONObject {
  const type = media.mediaType?.split(';')[0]?.toLowerCase();
  const format = type === undefined ? extensionOf(media) : (formats[type] ?? type.split('/')[1]);
  if (format === undefined) throw refused(offset, 'the media need their mediaType, for example image/png');
  return {
    format,
    source: 's3Uri' in media ? { s3Location: { uri: media.s3Uri } } : { bytes: media.base64 },
  };
}

function extensionOf(media: Media): string | undefined {
  const extension = 's3Uri' in media ? /\.(\w+)$/.exec(media.s3Uri)?.[1]?.toLowerCase() : undefined;
  return extension === 'jpg' ? 'jpeg' : extension;
}

function refused(at: number, why: string): UnsupportedFunctionalityError {
  return new UnsupportedFunctionalityError({ functionality: `value ${at}`, message: `Value ${at}: ${why}.` });
}
