// Images, video and audio, inline or in S3.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ImageBlock.html
import type { Enumeration, Structure, Union } from '../shape.ts';
import { accountId, bytes, s3Uri, string } from './scalars.ts';

export const AudioFormat: Enumeration = {
  type: 'enum',
  values: [
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
};

export const S3Location: Structure = {
  type: 'structure',
  required: { uri: s3Uri },
  optional: { bucketOwner: accountId },
};

export const AudioSource: Union = {
  type: 'union',
  name: 'AudioSource',
  members: { bytes, s3Location: S3Location },
  sensitive: true,
};

export const ErrorBlock: Structure = { type: 'structure', optional: { message: string }, sensitive: true };

export const AudioBlock: Structure = {
  type: 'structure',
  required: { format: AudioFormat, source: AudioSource },
  optional: { error: ErrorBlock },
};

export const ImageFormat: Enumeration = { type: 'enum', values: ['png', 'jpeg', 'gif', 'webp'] };

export const ImageSource: Union = {
  type: 'union',
  name: 'ImageSource',
  members: { bytes, s3Location: S3Location },
  sensitive: true,
};

export const ImageBlock: Structure = {
  type: 'structure',
  required: { format: ImageFormat, source: ImageSource },
  optional: { error: ErrorBlock },
};

export const VideoFormat: Enumeration = {
  type: 'enum',
  values: ['mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'],
};

export const VideoSource: Union = {
  type: 'union',
  name: 'VideoSource',
  members: { bytes, s3Location: S3Location },
};

export const VideoBlock: Structure = {
  type: 'structure',
  required: { format: VideoFormat, source: VideoSource },
};
