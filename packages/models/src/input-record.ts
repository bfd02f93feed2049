/**
 * The part of a record that tells which media a request may carry.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 * @module
 */
import type { Feature, Quantity, Support } from './record.ts';

/** The format of an image block of Converse. */
export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp';
/** The format of a document block of Converse. */
export type DocumentFormat = 'pdf' | 'csv' | 'doc' | 'docx' | 'xls' | 'xlsx' | 'html' | 'txt' | 'md';
/** The format of a video block of Converse. */
export type VideoFormat = 'mkv' | 'mov' | 'mp4' | 'webm' | 'flv' | 'mpeg' | 'mpg' | 'wmv' | 'three_gp';
/** The format of an audio block of Converse. */
export type AudioFormat =
  | 'mp3'
  | 'opus'
  | 'wav'
  | 'aac'
  | 'flac'
  | 'mp4'
  | 'ogg'
  | 'mkv'
  | 'mka'
  | 'x-aac'
  | 'm4a'
  | 'mpeg'
  | 'mpga'
  | 'pcm'
  | 'webm';

/** What the blocks of one kind of media may hold. */
export interface MediaInput<Format extends string> {
  /** The formats that the model takes. */
  readonly formats: readonly Format[];
  /** Whether `source.s3Location` is accepted in place of bytes. */
  readonly s3: Support;
  /** The most blocks of this kind in one message, images in S3 not counted; for documents, and for all media of Claude, in one request. */
  readonly maxCount: Quantity;
  /** The most bytes of one inline block, after decoding. */
  readonly maxBytes: Quantity;
  /** The most bytes for formats to which `maxBytes` does not apply. */
  readonly maxBytesOf: Readonly<Partial<Record<Format, number>>>;
}

/** What a message may hold beside tool blocks. For embedding and image models see `embedding` and `image` of the record. */
export interface Inputs {
  readonly text: Support;
  readonly image: Feature<MediaInput<ImageFormat>>;
  readonly document: Feature<MediaInput<DocumentFormat>>;
  readonly video: Feature<MediaInput<VideoFormat>>;
  readonly audio: Feature<MediaInput<AudioFormat>>;
}
