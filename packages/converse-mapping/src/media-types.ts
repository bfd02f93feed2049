// Media types of the outside world and the formats that Converse names, both ways.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html (and ImageBlock, VideoBlock, AudioBlock)

import type { AudioFormat, DocumentFormat, ImageFormat, VideoFormat } from '@bedrock-kit/protocol';
import { memberOf } from './record.ts';

export type MediaKind = 'image' | 'document' | 'video' | 'audio';

export interface FileFormat {
  readonly kind: MediaKind;
  /** As Converse names it. */
  readonly format: string;
}

export const MEDIA_KINDS: readonly MediaKind[] = ['image', 'document', 'video', 'audio'];

/** Every format of Converse, but `mpeg` of audio: its media type is that of `mp3`. */
interface MediaTypes {
  readonly image: Readonly<Record<ImageFormat, string>>;
  readonly document: Readonly<Record<DocumentFormat, string>>;
  readonly video: Readonly<Record<VideoFormat, string>>;
  readonly audio: Readonly<Record<Exclude<AudioFormat, 'mpeg'>, string>>;
}

/**
 * Format → media types: the registered or usual one first, then others that uploads carry. Where there are none, the format itself is
 * the subtype. An `x-` before a subtype makes no difference; a file extension is looked up as if it were one.
 */
const FORMATS: MediaTypes = {
  image: {
    png: 'image/png image/apng',
    jpeg: 'image/jpeg image/jpg image/pjpeg',
    gif: '',
    webp: '',
  },
  document: {
    pdf: 'application/pdf',
    csv: 'text/csv application/csv text/comma-separated-values',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    html: 'text/html application/xhtml+xml document/htm',
    txt: 'text/plain',
    md: 'text/markdown text/web-markdown document/markdown',
  },
  video: {
    mkv: 'video/x-matroska video/matroska',
    mov: 'video/quicktime',
    mp4: 'video/mp4 video/m4v',
    webm: '',
    flv: 'video/x-flv',
    mpeg: '',
    mpg: '',
    wmv: 'video/x-ms-wmv',
    three_gp: 'video/3gpp video/3gpp2 video/3gp',
  },
  audio: {
    mp3: 'audio/mpeg',
    opus: '',
    wav: 'audio/wav audio/wave audio/vnd.wave',
    aac: '',
    flac: '',
    mp4: '',
    ogg: '',
    mkv: 'audio/x-matroska audio/matroska',
    mka: '',
    'x-aac': '',
    m4a: '',
    mpga: '',
    pcm: 'audio/pcm audio/l16',
    webm: '',
  },
};

/** @param mediaType full, in lower case and without parameters. */
export function formatOf(mediaType: string | undefined): FileFormat | undefined {
  return mediaType ? (named(mediaType) ?? named(mediaType.replace('/x-', '/'))) : undefined;
}

function named(mediaType: string): FileFormat | undefined {
  for (const kind of MEDIA_KINDS) {
    for (const [format, mediaTypes] of Object.entries(FORMATS[kind])) {
      if (`${kind}/${format} ${mediaTypes}`.split(' ').includes(mediaType)) return { kind, format };
    }
  }
  return undefined;
}

/** The media type of a format that Bedrock named; a format nobody knows yet keeps its name as the subtype. */
export function mediaTypeOfFormat(kind: MediaKind, format: string): string {
  const mediaType = memberOf(FORMATS[kind], format)?.split(' ')[0];
  return mediaType || `${kind === 'document' ? 'application' : kind}/${format || 'octet-stream'}`;
}

/** The formats that Converse takes for a kind. */
export function formatsOf(kind: MediaKind): readonly string[] {
  return Object.keys(FORMATS[kind]);
}
