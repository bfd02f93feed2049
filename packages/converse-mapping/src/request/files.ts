// A file part as the block of its kind. Bytes are handed on as they are: the runtime encodes them, once.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import { type LanguageModelV4FilePart, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type {
  AudioBlock,
  Blob,
  DocumentBlock,
  DocumentSource,
  ImageBlock,
  S3Location,
  VideoBlock,
} from '@bedrock-kit/protocol';
import { formatsOf, mediaTypeOfFormat } from '../media-types.ts';
import type { ReadPartOptions } from '../options.ts';
import { isRecord, stringOf } from '../record.ts';
import type { Conversation } from './conversation.ts';
import { fileFormat } from './media-type.ts';
import { unknownPart } from './unknown-part.ts';

export type FileBlock =
  | { image: ImageBlock }
  | { document: DocumentBlock }
  | { video: VideoBlock }
  | { audio: AudioBlock };

/** What user parts, tool results and earlier answers have in common. */
export type FileLike = Pick<LanguageModelV4FilePart, 'data' | 'mediaType' | 'filename'>;

type Source = { bytes: Blob } | { s3Location: S3Location };

/**
 * @param path the place in the caller's prompt, for messages.
 * @returns undefined for a file without a byte, which Bedrock refuses and which says nothing.
 * @throws UnsupportedFunctionalityError for a media type, a URL or a reference that Bedrock cannot take.
 */
export function fileBlock(
  file: FileLike,
  options: ReadPartOptions,
  path: string,
  conversation: Conversation,
): FileBlock | undefined {
  const source = sourceOf(file, options, path);
  if (isEmpty(source)) {
    conversation.warnings.repair('empty file', `${path} holds no bytes and is left out.`);
    return undefined;
  }
  const inline = 'bytes' in source ? source.bytes : undefined;
  const name = file.filename ?? ('s3Location' in source ? source.s3Location.uri : undefined);
  const found = fileFormat(file.mediaType, inline, name);
  // Inline text has no other form than a document.
  const format = file.data.type === 'text' && found?.kind !== 'document' ? undefined : found;
  if (format === undefined) throw unsupportedMediaType(file.mediaType, path);
  // The formats come from the table that the service model's enumerations are written from.
  switch (format.kind) {
    case 'image':
      return { image: { format: format.format as ImageBlock['format'], source } };
    case 'video':
      return { video: { format: format.format as VideoBlock['format'], source } };
    case 'audio':
      return { audio: { format: format.format as AudioBlock['format'], source } };
    case 'document':
      return {
        document: documentBlock(
          format.format as NonNullable<DocumentBlock['format']>,
          source,
          file.filename,
          options,
          conversation,
        ),
      };
  }
}

function documentBlock(
  format: NonNullable<DocumentBlock['format']>,
  source: DocumentSource,
  filename: string | undefined,
  options: ReadPartOptions,
  conversation: Conversation,
): DocumentBlock {
  const name = conversation.documentNames.next(filename ?? uriName(source));
  conversation.documents.push({ name, mediaType: mediaTypeOfFormat('document', format), filename });
  const context = stringOf(options['context']);
  const cited = isCitable(format, options, conversation) && citationsOf(options, conversation);
  return {
    format,
    name,
    source,
    ...(context && { context }),
    ...(cited && { citations: { enabled: true } }),
  };
}

/** Citations point into PDF and plain text alone. */
function isCitable(format: string, { citations }: ReadPartOptions, { warnings }: Conversation): boolean {
  if (format === 'pdf' || format === 'txt') return true;
  if (isRecord(citations) && citations['enabled'] === true) {
    warnings.unsupported('citations', `Documents are cited as pdf and txt, not as ${format}.`);
  }
  return false;
}

function uriName(source: DocumentSource): string | undefined {
  return 's3Location' in source ? source.s3Location.uri : undefined;
}

/** Whether citations were asked for and the model can give them. */
export function citationsOf(options: ReadPartOptions, conversation: Conversation): boolean {
  const asked = isRecord(options['citations']) && options['citations']['enabled'] === true;
  if (!asked) return false;
  if (conversation.capabilities.citations === false) {
    conversation.warnings.unsupported('citations', 'This model does not cite documents.');
    return false;
  }
  conversation.citing = true;
  return true;
}

function sourceOf(file: FileLike, options: ReadPartOptions, path: string): Source {
  const { data } = file;
  switch (data.type) {
    case 'data':
      return { bytes: typeof data.data === 'string' ? { base64: standardBase64(data.data) } : data.data };
    case 'text':
      return { bytes: new TextEncoder().encode(data.text) };
    case 'url':
      return urlSource(data.originalUrl ?? data.url.href, options, path);
    case 'reference': {
      const reference = data.reference['bedrock'] ?? data.reference['amazon-bedrock'];
      if (reference !== undefined) return urlSource(reference, options, path);
      throw new UnsupportedFunctionalityError({
        functionality: 'file references',
        message: `${path} refers to a file of another provider. Bedrock has no file store of its own: give the bytes, or an s3:// address.`,
      });
    }
    default:
      throw unknownPart(data, 'file data', path);
  }
}

/** The alphabet of URLs, line breaks and missing padding are common in base64, and the service reads none of them. */
function standardBase64(base64: string): string {
  const isStandard = base64.length % 4 === 0 && !ODD_IN_BASE64.some((char) => base64.includes(char));
  if (isStandard) return base64;
  const digits = base64.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
}

const ODD_IN_BASE64 = ['-', '_', '\n', '\r', ' '];

function urlSource(url: string, options: ReadPartOptions, path: string): Source {
  if (url.startsWith('s3://')) {
    const bucketOwner = stringOf(options['bucketOwner']);
    return { s3Location: { uri: url, ...(bucketOwner !== undefined && { bucketOwner }) } };
  }
  // https://www.rfc-editor.org/rfc/rfc2397
  const inline = /^data:[^,]*?(;base64)?,(.*)$/is.exec(url);
  if (inline !== null) {
    const [, encoding, data = ''] = inline;
    if (encoding !== undefined) return { bytes: { base64: standardBase64(data) } };
    return { bytes: new TextEncoder().encode(decodeURIComponent(data)) };
  }
  const [scheme = ''] = url.split(':');
  throw new UnsupportedFunctionalityError({
    functionality: `${scheme} URLs`,
    message: `${path} is a file at a ${scheme}: address, which Bedrock does not read. Give the bytes, or an s3:// address.`,
  });
}

function isEmpty(source: Source): boolean {
  if (!('bytes' in source)) return false;
  const { bytes } = source;
  return bytes instanceof Uint8Array ? bytes.length === 0 : bytes.base64 === '';
}

function unsupportedMediaType(mediaType: string, path: string): UnsupportedFunctionalityError {
  const formats = (['image', 'document', 'video', 'audio'] as const)
    .map((kind) => `${kind}: ${formatsOf(kind).join(' ')}`)
    .join('; ');
  return new UnsupportedFunctionalityError({
    functionality: `media type ${mediaType}`,
    message: `${path} has the media type ${mediaType}, which Bedrock has no block for. It takes ${formats}.`,
  });
}
