// The types of src/shapes/media.ts, rendered from that table by scripts/write-types.ts; not edited by hand.
import type { BlobValue } from '../values.ts';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioBlock.html */
export interface AudioBlock {
  format: AudioFormat;
  source: AudioSource;
  error?: ErrorBlock | undefined;
}

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

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AudioSource.html */
export type AudioSource = { bytes: BlobValue } | { s3Location: S3Location };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ErrorBlock.html */
export interface ErrorBlock {
  message?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html */
export interface ImageBlock {
  /** `png`, `jpeg`, `gif` or `webp`. */
  format: ImageFormat;
  source: ImageSource;
  error?: ErrorBlock | undefined;
}

export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageSource.html */
export type ImageSource = { bytes: BlobValue } | { s3Location: S3Location };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html */
export interface S3Location {
  /** `s3://bucket/key` 1 to 1,024 characters, pattern `s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?`. */
  uri: string;
  /** The account that owns the bucket, if it is another one. Pattern `[0-9]{12}`. */
  bucketOwner?: string | undefined;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html */
export interface VideoBlock {
  /** `mkv`, `mov`, `mp4`, `webm`, `flv`, `mpeg`, `mpg`, `wmv` or `three_gp`. */
  format: VideoFormat;
  source: VideoSource;
}

export type VideoFormat = 'mkv' | 'mov' | 'mp4' | 'webm' | 'flv' | 'mpeg' | 'mpg' | 'wmv' | 'three_gp';

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoSource.html */
export type VideoSource = { bytes: BlobValue } | { s3Location: S3Location };
