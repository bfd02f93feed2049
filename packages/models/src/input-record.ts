/**
 * The part of a record that tells which media a request may carry.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 * @module
 */
import type { Feature, Quantity, Support } from './record.ts';

/** Formats of a Converse image block. */
export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp';
/** Formats of a Converse document block. */
export type DocumentFormat = 'pdf' | 'csv' | 'doc' | 'docx' | 'xls' | 'xlsx' | 'html' | 'txt' | 'md';
/** Formats of a Converse video block. */
export type VideoFormat = 'mkv' | 'mov' | 'mp4' | 'webm' | 'flv' | 'mpeg' | 'mpg' | 'wmv' | 'three_gp';
/** Formats of a Converse audio block. */
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

/** What a media block may hold. */
export interface MediaInput<Format extends string> {
  /** Formats that the model takes. */
  readonly formats: readonly Format[];
  /** Whether `source.s3Location` is accepted in place of bytes. */
  readonly s3: Support;
  /** Blocks of this kind in one message, but for images in S3; of documents, and of whatever Claude is given, in one request. */
  readonly maxCount: Quantity;
  /** Decoded bytes of one inline block. */
  readonly maxBytes: Quantity;
  /** The same for formats to which `maxBytes` does not apply. */
  readonly maxBytesOf: Readonly<Partial<Record<Format, number>>>;
}

/** What a message may hold beside tool blocks. Models that embed or draw tell it in their own sections of the record. */
export interface Inputs {
  readonly text: Support;
  readonly image: Feature<MediaInput<ImageFormat>>;
  readonly document: Feature<MediaInput<DocumentFormat>>;
  readonly video: Feature<MediaInput<VideoFormat>>;
  readonly audio: Feature<MediaInput<AudioFormat>>;
}
