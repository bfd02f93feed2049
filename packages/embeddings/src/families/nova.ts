// Nova Multimodal Embeddings: one text, image, sound or video a request.
// https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
import type { JSONObject } from '@ai-sdk/provider';
import type { Media } from '../inputs.ts';
import {
  countOf,
  cutTo,
  type EmbeddingFamily,
  isRecord,
  malformed,
  notTaken,
  type Request,
  vectorOf,
} from './family.ts';

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

// Formats where they are not the second half of the media type, or not the end of the name.
const formats: Readonly<Record<string, string>> = {
  'audio/mpeg': 'mp3',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/vnd.wave': 'wav',
  'image/jpg': 'jpeg',
  'video/quicktime': 'mov',
  'video/x-m4v': 'mp4',
  'video/matroska': 'mkv',
  'video/x-matroska': 'mkv',
  'video/x-flv': 'flv',
  'video/x-ms-wmv': 'wmv',
  'video/3gpp': '3gp',
};

export const nova: EmbeddingFamily = {
  options: ['dimensions', 'truncate'],
  names: ['embeddingPurpose', 'embeddingDimension'],
  defaultPurpose,
  body: (request) => {
    const { purpose = defaultPurpose, dimensions = defaultDimensions } = request.options;
    return {
      taskType: 'SINGLE_EMBEDDING',
      singleEmbeddingParams: {
        embeddingPurpose: purposes[purpose] ?? purpose,
        embeddingDimension: dimensions,
        ...contentOf(request),
      },
    };
  },
  read: (answer) => {
    const embeddings = answer['embeddings'];
    const first: unknown = Array.isArray(embeddings) ? embeddings[0] : undefined;
    if (!isRecord(first)) throw malformed('embeddings[0] is missing', answer);
    const cut = countOf(first['truncatedCharLength']);
    return {
      vectors: [vectorOf(first['embedding'], 'embeddings[0].embedding', answer)],
      tokens: countOf(answer['inputTokenCount']),
      notes: cut === undefined ? undefined : [cutTo(cut)],
    };
  },
};

function contentOf(request: Request): JSONObject {
  const { text, media } = request.inputs[0];
  const [one, ...more] = media;
  if (more.length > 0 || (one && text !== undefined))
    throw notTaken(request, 'one text, image, sound or video');
  if (one) return { [one.kind]: mediaOf(one, request) };
  const truncationMode = request.options.truncate?.replace('LEFT', 'START').replace('RIGHT', 'END') ?? 'END';
  return { text: { truncationMode, value: text ?? '' } };
}

function mediaOf(media: Media, request: Request): JSONObject {
  const { kind, mediaType, s3Uri, base64, detailLevel } = media;
  const extension = /\.([^./]+)$/.exec(s3Uri ?? '')?.[1] ?? '';
  // Without parameters: recorders write `audio/webm;codecs=opus`.
  const [type = ''] = (mediaType ?? `${kind}/${extension}`).toLowerCase().split(';');
  const format = formats[type.trim()] ?? type.trim().split('/')[1];
  if (!format) throw notTaken(request, 'media with their mediaType');
  return {
    format,
    source: s3Uri === undefined ? { bytes: base64 } : { s3Location: { uri: s3Uri } },
    detailLevel,
    embeddingMode: kind === 'video' ? (media.embeddingMode ?? 'AUDIO_VIDEO_COMBINED') : undefined,
  };
}
