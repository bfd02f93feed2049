// What can be embedded: a text, media, or both, checked as callers write them.
// https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
import { InvalidArgumentError } from '@ai-sdk/provider';
import { convertUint8ArrayToBase64 } from '@ai-sdk/provider-utils';
import { isBytes } from '@bedrock-kit/protocol/client';

/** An image, a sound or a video. */
export interface EmbeddingMedia {
  /** The bytes, base64 text, or a data URL. Either this or `s3Uri` is required. */
  readonly data?: Uint8Array | string | undefined;
  /** An S3 address such as `s3://bucket/cat.png`, for Nova and Marengo. */
  readonly s3Uri?: string | undefined;
  /** Only Marengo, which requires it: the AWS account that owns the bucket. Nova's requests have no such member. */
  readonly bucketOwner?: string | undefined;
  /** The media type, such as `image/png`. Not needed with a data URL. */
  readonly mediaType?: string | undefined;
  /** Only Marengo 3: the name by which the text refers to this image, as `<@name>`. */
  readonly name?: string | undefined;
  /** Only Nova: `DOCUMENT_IMAGE` for images of text. Default: `STANDARD_IMAGE`. */
  readonly detailLevel?: 'STANDARD_IMAGE' | 'DOCUMENT_IMAGE' | (string & {}) | undefined;
  /** Only Nova, for videos: one vector of picture and sound (`AUDIO_VIDEO_COMBINED`, default), or that of the picture (`AUDIO_VIDEO_SEPARATE`). */
  readonly embeddingMode?: 'AUDIO_VIDEO_COMBINED' | 'AUDIO_VIDEO_SEPARATE' | (string & {}) | undefined;
}

/**
 * One input, which becomes one vector. Some models take several members together: Titan Multimodal a text and an image, Cohere v4 and
 * Marengo 3 a text and several images.
 */
export interface EmbeddingInput {
  /** The text; optional if there are media. */
  readonly text?: string | undefined;
  /** One image, or several for a model that takes them together. */
  readonly image?: EmbeddingMedia | readonly EmbeddingMedia[] | undefined;
  readonly audio?: EmbeddingMedia | undefined;
  readonly video?: EmbeddingMedia | undefined;
}

const kinds = ['image', 'audio', 'video'] as const;
const textMembers = ['s3Uri', 'bucketOwner', 'mediaType', 'name', 'detailLevel', 'embeddingMode'] as const;

/** Media as a family reads them: `base64` or `s3Uri` is there. */
export type Media = { readonly kind: (typeof kinds)[number]; readonly base64?: string } & {
  readonly [Name in (typeof textMembers)[number]]?: string;
};

/** One thing to embed, checked: a text, media, or both. */
export interface Input {
  readonly text?: string;
  /** In the order image, audio, video. */
  readonly media: readonly Media[];
}

/** Checks one input, as a caller may have written it by hand. */
export function readInput(value: unknown, path: string): Input {
  const { text: given, ...members } = recordOf(value, path);
  // null is what an absent value becomes in a database and in JSON.
  const text = given ?? undefined;
  if (text !== undefined && typeof text !== 'string') throw refused(`${path}.text`, 'a string');
  const media = kinds.flatMap((kind) => {
    const member = members[kind] ?? undefined;
    if (member === undefined) return [];
    if (!Array.isArray(member)) return [readMedia(kind, member, `${path}.${kind}`)];
    return member.map((one, index) => readMedia(kind, one, `${path}.${kind}[${index}]`));
  });
  if (text === undefined && media.length === 0) throw refused(path, 'a text, image, audio or video');
  return { ...(text !== undefined && { text }), media };
}

function readMedia(kind: Media['kind'], value: unknown, path: string): Media {
  const { data, ...members } = recordOf(value, path);
  const media: { -readonly [Name in keyof Media]: Media[Name] } = { kind };
  for (const name of textMembers) {
    const member = members[name] ?? undefined;
    if (typeof member === 'string') media[name] = member;
    else if (member !== undefined) throw refused(`${path}.${name}`, 'a string');
  }
  if (media.s3Uri !== undefined) return media;
  if (isBytes(data)) return { ...media, base64: convertUint8ArrayToBase64(data) };
  // A URL has a colon and the name of a file a dot, base64 has neither.
  const [, type, base64] =
    /^(?:data:([^;,]+)(?:;[^;,]*)*?;base64,)?([^,:.]+)$/.exec(typeof data === 'string' ? data : '') ?? [];
  if (base64 === undefined) throw refused(path, 'data as bytes, base64 or a data URL, or s3Uri');
  return { ...(type !== undefined && { mediaType: type }), ...media, base64 };
}

function recordOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw refused(path, 'an object');
  return value as Readonly<Record<string, unknown>>; // whatever it holds is looked at before it is used
}

function refused(path: string, expected: string): InvalidArgumentError {
  return new InvalidArgumentError({ argument: path, message: `${path}: expected ${expected}.` });
}
