/**
 * The body of Nova Multimodal Embeddings: one text, image, sound or video a call.
 *
 * https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
 */
import type { EmbeddingCapabilities } from '@bedrock-kit/models';
import type { Json, JsonObject } from '@bedrock-kit/protocol';
import type { InvokedModel } from '../models/invoked-model.ts';
import {
  checkLength,
  choice,
  objectIn,
  oneKey,
  optionalChoice,
  optionalText,
} from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import {
  checkImage,
  moreTokensThan,
  type Part,
  sourceIn,
  tokensOf,
  truncated,
  truncations,
  vectorOf,
} from './content.ts';

const formats = {
  image: ['png', 'jpeg', 'gif', 'webp'],
  audio: ['mp3', 'wav', 'ogg'],
  video: ['mp4', 'mov', 'mkv', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', '3gp'],
} as const;

/** A body with inline media has up to 25 MB. */
const mostImageBytes = 25_000_000;

export function novaEmbeddings(model: EmbeddingCapabilities): InvokedModel {
  return (body) => {
    optionalChoice(body, 'schemaVersion', '', ['nova-multimodal-embed-v1']);
    // It asks for the member of a conversation, as seen where it got Titan's body: https://github.com/langchain-ai/langchain-aws/issues/744
    if (body['taskType'] === undefined) throw malformedInput('#: required key [messages] not found');
    const task = choice(body, 'taskType', '', ['SINGLE_EMBEDDING', 'SEGMENTED_EMBEDDING'] as const);
    if (task === 'SEGMENTED_EMBEDDING')
      throw malformedInput('#/taskType: SEGMENTED_EMBEDDING is for StartAsyncInvoke');
    const place = '/singleEmbeddingParams';
    const params = objectIn(body, 'singleEmbeddingParams', '');
    const purpose = choice(params, 'embeddingPurpose', place, model.purposes);
    const dimensions =
      optionalChoice(params, 'embeddingDimension', place, model.dimensions) ?? model.defaultDimensions;
    const kind = oneKey(params, place, kinds);
    const embeddings = embed(kind, objectIn(params, kind, place), `${place}/${kind}`, model, (part) =>
      vectorOf([part], dimensions, purpose),
    );
    return { body: { embeddings: embeddings.items }, inputTokens: embeddings.tokens };
  };
}

/** What Nova makes vectors of, by the name of the member that holds it. */
export const kinds = ['text', 'image', 'audio', 'video'] as const;
export type Kind = (typeof kinds)[number];

function embed(
  kind: Kind,
  media: JsonObject,
  place: string,
  model: EmbeddingCapabilities,
  vector: (part: Part) => number[],
): { items: Json[]; tokens: number } {
  if (kind === 'text') {
    const { part, cut } = textPart(media, place, model);
    const item = {
      embeddingType: 'TEXT',
      embedding: vector(part),
      ...(cut === undefined ? {} : { truncatedCharLength: cut }),
    };
    return { items: [item], tokens: tokensOf([part]) };
  }
  const types = mediaTypes(kind, media, place);
  const part = sourceIn(media, 'source', place, 'bytes');
  if (kind === 'image') {
    optionalChoice(media, 'detailLevel', place, ['STANDARD_IMAGE', 'DOCUMENT_IMAGE']);
    if ('bytes' in part) checkImage(part.bytes, `${place}/source/bytes`, mostImageBytes);
  }
  return { items: types.map((embeddingType) => ({ embeddingType, embedding: vector(part) })), tokens: 0 };
}

/** The types of the vectors that a medium gets. Sound and picture of a video together are one, apart they are two. */
export function mediaTypes(kind: Exclude<Kind, 'text'>, media: JsonObject, place: string): readonly string[] {
  choice(media, 'format', place, formats[kind]);
  if (kind !== 'video') return [kind.toUpperCase()];
  const modes = ['AUDIO_VIDEO_COMBINED', 'AUDIO_VIDEO_SEPARATE'] as const;
  const mode = choice(media, 'embeddingMode', place, modes);
  return mode === 'AUDIO_VIDEO_SEPARATE' ? ['VIDEO', 'AUDIO'] : [mode];
}

function textPart(
  media: JsonObject,
  place: string,
  { maxTokens, maxCharacters }: EmbeddingCapabilities,
): { part: Part; cut: number | undefined } {
  const mode = choice(media, 'truncationMode', place, Object.keys(truncations));
  const value = optionalText(media, 'value', place);
  if (value === undefined) return { part: sourceIn(media, 'source', place, 'bytes'), cut: undefined };
  // Characters are refused, whatever the mode; what is cut are tokens. https://github.com/aws-samples/amazon-nova-samples/pull/260
  checkLength(value, `${place}/value`, [1, maxCharacters === 'unknown' ? Infinity : maxCharacters]);
  const limit = maxTokens === 'unknown' ? Infinity : maxTokens;
  const read = truncated(value, limit, truncations[mode] ?? 'end', () => moreTokensThan(limit));
  return { part: { text: read }, cut: read === value ? undefined : read.length };
}
