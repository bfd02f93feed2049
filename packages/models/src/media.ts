/**
 * The media that Converse takes, with the limits that hold for every model.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
 * @module
 */
import type { AudioFormat, DocumentFormat, ImageFormat, MediaInput, VideoFormat } from './input-record.ts';

// Of images and documents on S3 only Nova reads any, says AWS in github.com/aws/aws-sdk-js-v3/issues/7732; Claude refuses them with
// "document.source.type: Field required" (github.com/strands-agents/harness-sdk/pull/3647).

/** Up to 20 images in a message, each up to 3.75 MB (Message). */
export const images: MediaInput<ImageFormat> = {
  formats: ['png', 'jpeg', 'gif', 'webp'],
  s3: false,
  maxCount: 20,
  maxBytes: 3_932_160,
  maxBytesOf: {},
};

/**
 * Up to 5 documents in a request, each up to 4.5 MB; that does not hold of PDF for Claude 4 and later, nor of PDF and DOCX for Nova.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html
 */
export const documents: MediaInput<DocumentFormat> = {
  formats: ['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'],
  s3: false,
  maxCount: 5,
  maxBytes: 4_718_592,
  maxBytesOf: {},
};

/** One video in a message, the request below 25 MB. */
export const videos: MediaInput<VideoFormat> = {
  formats: ['mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'],
  s3: true,
  maxCount: 1,
  maxBytes: 26_214_400,
  maxBytesOf: {},
};

/** The formats of AudioBlock; no limits are published. */
export const sounds: MediaInput<AudioFormat> = {
  formats: [
    'mp3',
    'opus',
    'wav',
    'aac',
    'flac',
    'mp4',
    'ogg',
    'mkv',
    'mka',
    'x-aac',
    'm4a',
    'mpeg',
    'mpga',
    'pcm',
    'webm',
  ],
  s3: 'unknown',
  maxCount: 'unknown',
  maxBytes: 'unknown',
  maxBytesOf: {},
};
