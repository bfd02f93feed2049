// Media types of the outside world and the formats that Converse names, both ways.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html (and ImageBlock, VideoBlock, AudioBlock)

export type MediaKind = 'image' | 'document' | 'video' | 'audio';

/** Format → media types, the registered or usual one first, then the names that uploads really carry. */
const FORMATS: { readonly [kind in MediaKind]: { readonly [format: string]: readonly string[] } } = {
  image: {
    png: ['image/png', 'image/x-png', 'image/apng'],
    jpeg: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    gif: ['image/gif'],
    webp: ['image/webp'],
  },
  document: {
    pdf: ['application/pdf', 'application/x-pdf'],
    csv: ['text/csv', 'application/csv', 'text/x-csv', 'text/comma-separated-values'],
    doc: ['application/msword'],
    docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    xls: ['application/vnd.ms-excel'],
    xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    html: ['text/html', 'application/xhtml+xml'],
    txt: ['text/plain'],
    md: ['text/markdown', 'text/x-markdown', 'text/x-web-markdown'],
  },
  video: {
    mkv: ['video/x-matroska', 'video/matroska'],
    mov: ['video/quicktime', 'video/mov'],
    mp4: ['video/mp4', 'video/x-m4v'],
    webm: ['video/webm'],
    flv: ['video/x-flv', 'video/flv'],
    mpeg: ['video/mpeg'],
    mpg: ['video/mpg'],
    wmv: ['video/x-ms-wmv', 'video/wmv'],
    three_gp: ['video/3gpp', 'video/3gpp2'],
  },
  audio: {
    mp3: ['audio/mpeg', 'audio/mp3'],
    opus: ['audio/opus'],
    wav: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
    aac: ['audio/aac'],
    flac: ['audio/flac', 'audio/x-flac'],
    mp4: ['audio/mp4'],
    ogg: ['audio/ogg'],
    mkv: ['audio/x-matroska', 'audio/matroska'],
    mka: ['audio/mka'],
    'x-aac': ['audio/x-aac'],
    m4a: ['audio/m4a', 'audio/x-m4a'],
    mpga: ['audio/mpga'],
    pcm: ['audio/pcm', 'audio/l16'],
    webm: ['audio/webm'],
  },
};

/** Media type without parameters, in lower case → kind and format. Built when first asked. */
let byMediaType: Map<string, { kind: MediaKind; format: string }> | undefined;

export function formatOf(mediaType: string): { kind: MediaKind; format: string } | undefined {
  byMediaType ??= invert();
  return byMediaType.get(mediaType);
}

function invert(): Map<string, { kind: MediaKind; format: string }> {
  const map = new Map<string, { kind: MediaKind; format: string }>();
  for (const [kind, formats] of Object.entries(FORMATS)) {
    for (const [format, mediaTypes] of Object.entries(formats)) {
      // Object.entries forgets that the keys are the kinds.
      for (const mediaType of mediaTypes) map.set(mediaType, { kind: kind as MediaKind, format });
    }
  }
  return map;
}

/** The media type of a format that Bedrock named; a format nobody knows yet keeps its name as the subtype. */
export function mediaTypeOfFormat(kind: MediaKind, format: string): string {
  const [mediaType] = Object.hasOwn(FORMATS[kind], format) ? (FORMATS[kind][format] ?? []) : [];
  if (mediaType !== undefined) return mediaType;
  return `${kind === 'document' ? 'application' : kind}/${format === '' ? 'octet-stream' : format}`;
}

/** The formats that Converse takes for a kind. */
export function formatsOf(kind: MediaKind): readonly string[] {
  return Object.keys(FORMATS[kind]);
}
