// A file part as the block of its kind. Bytes are handed on as they are: the runtime encodes them, once.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html

import type { LanguageModelV4FilePart, UnsupportedFunctionalityError } from '@ai-sdk/provider';
import type {
  AudioBlock,
  BlobValue,
  DocumentBlock,
  ImageBlock,
  S3Location,
  VideoBlock,
} from '@bedrock-kit/protocol';
import { formatsOf, MEDIA_KINDS, mediaTypeOfFormat } from '../media-types.ts';
import type { ReadPartOptions } from '../read-options.ts';
import { recordOf } from '../record.ts';
import { repaired, unsupported } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { notSupported } from './errors.ts';
import { mediaTypeBySignature } from './file-signature.ts';
import { fileFormat, formatByWord } from './media-type.ts';
import { present } from './parts.ts';
import { documentInWords, wordsOf } from './text-document.ts';
import { unknownPart } from './unknown-part.ts';

export type FileBlock =
  | { image: ImageBlock }
  | { document: DocumentBlock }
  | { video: VideoBlock }
  | { audio: AudioBlock }
  | { text: string };

/** What user parts, tool results and earlier answers have in common. */
export type FileLike = Pick<LanguageModelV4FilePart, 'data' | 'mediaType' | 'filename'>;

type Source = { bytes: BlobValue; s3Location?: never } | { s3Location: S3Location; bytes?: never };

/**
 * @param path the place in the caller's prompt, for messages.
 * @returns undefined for a file without a byte, which Bedrock refuses and which says nothing.
 * @throws UnsupportedFunctionalityError for a media type, a URL or a reference that Bedrock cannot take.
 */
export function fileBlock(
  { data, filename, mediaType }: FileLike,
  options: ReadPartOptions,
  path: string,
  conversation: Conversation,
): FileBlock | undefined {
  const source = sourceOf(present(data, `${path}.data`), options, path);
  const { bytes, s3Location } = source;
  if (bytes && ('base64' in bytes ? bytes.base64 : bytes).length === 0) {
    repaired(conversation, 'empty file', `${path} holds no bytes and is left out.`);
    return undefined;
  }
  const name = filename ?? s3Location?.uri;
  const word = formatByWord(mediaType, name);
  const found = fileFormat(mediaType, bytes, name) ?? (conversation.sendsNewFormats ? word : undefined);
  // Inline text can only be a document.
  if (!found || (data.type === 'text' && found.kind !== 'document')) {
    const shown = bytes && mediaTypeBySignature(bytes);
    const type = shown && shown !== mediaType ? `${mediaType} and the bytes of ${shown}` : mediaType;
    const formats = MEDIA_KINDS.map((kind) => `${kind}: ${formatsOf(kind).join(' ')}`).join('; ');
    const hint = word && !found ? " If it is newer than this list, set the option preflight: 'warn'." : '';
    throw notSupported(
      `media type ${mediaType}`,
      `${path} has the media type ${type}, which names no format that Bedrock takes: ${formats}.${hint}`,
    );
  }
  const { kind, format } = found;
  // The formats come from the table that the service model's enumerations are written from.
  if (kind !== 'document') return { [kind]: { format, source } } as FileBlock;
  const { context } = options;
  const words = documentInWords(format, mediaType, bytes, [filename, context], conversation);
  if (words) {
    citationsOf(options, conversation, format);
    // Blank text is refused, and says nothing.
    return words.text.trim() === '' ? undefined : words;
  }
  const document = {
    format: format as NonNullable<DocumentBlock['format']>,
    name: conversation.documentName(name),
    source,
  };
  conversation.documents.set(document.name, {
    name: document.name,
    mediaType: mediaTypeOfFormat(kind, format),
    filename,
  });
  // Cited bytes are read as a PDF: "If using a text-based format, try source.text instead of source.bytes."
  const text = options.citations ? wordsOf(format, mediaType, bytes) : undefined;
  const inWords = text === undefined ? undefined : { format: 'txt' as const, source: { text } };
  const cited = citationsOf(options, conversation, inWords?.format ?? format) && {
    ...inWords,
    citations: { enabled: true },
  };
  return { document: { ...document, ...(context && { context }), ...cited } };
}

/** Whether citations were asked for and can be given: by the model, and into a PDF or plain text. */
export function citationsOf(
  { citations }: ReadPartOptions,
  conversation: Conversation,
  format = 'txt',
): boolean {
  if (recordOf(citations)['enabled'] !== true) return false;
  if (format !== 'pdf' && format !== 'txt') {
    unsupported(conversation, 'citations', `Only pdf and txt documents can be cited, not ${format}.`);
  } else if (conversation.capabilities.citations === false) {
    unsupported(conversation, 'citations', ' does not cite documents.');
  } else {
    conversation.citing = true;
    return true;
  }
  return false;
}

function sourceOf(data: FileLike['data'], options: ReadPartOptions, path: string): Source {
  switch (data.type) {
    case 'data':
      if (typeof data.data !== 'string') return { bytes: bytesAt(`${path}.data.data`, data.data) };
      // No base64 has a colon: this is a URL out of JSON, where URLs are strings.
      if (/^\w{1,9}:/.test(data.data)) return urlSource(data.data, options, path);
      // `@ai-sdk/openai` takes an id of OpenAI or Anthropic in place of bytes, and such an id could be base64 in the URL alphabet. A name has a
      // dot, which no base64 has.
      if (/^file[-_]|^.{0,99}\./.test(data.data))
        throw notHere(`by the name or id ${data.data.slice(0, 100)}`, path);
      return { bytes: { base64: standardBase64(data.data) } };
    case 'text':
      return { bytes: new TextEncoder().encode(data.text) };
    case 'url':
      return urlSource(data.originalUrl ?? String(data.url), options, path);
    case 'reference': {
      const reference = data.reference['bedrock'] ?? data.reference['amazon-bedrock'];
      if (reference?.includes(':')) return urlSource(reference, options, path);
      // Bedrock keeps no files, so an id is of no use to it.
      throw notHere(reference === undefined ? 'of another provider' : `by the id ${reference}`, path);
    }
    default:
      throw unknownPart(data, 'file', path);
  }
}

/** JSON makes an object of bytes, as on the way into an activity of github.com/temporalio/sdk-typescript. */
function bytesAt(place: string, bytes: Uint8Array): Uint8Array {
  if (ArrayBuffer.isView(bytes)) return bytes;
  throw new TypeError(`${place} must be a Uint8Array, or base64 in JSON.`);
}

function notHere(
  which: string,
  path: string,
  functionality = 'file references',
): UnsupportedFunctionalityError {
  return notSupported(
    functionality,
    `${path} refers to a file ${which}. Give the bytes, or an s3:// address.`,
  );
}

/** The URL alphabet, line breaks and missing padding are common in base64, and the service takes none of them. */
function standardBase64(base64: string): string {
  // One search for each character costs next to nothing, even in a file of megabytes.
  const isStandard =
    base64.length % 4 === 0 && !['-', '_', '\n', '\r', ' '].some((char) => base64.includes(char));
  if (isStandard) return base64;
  const digits = base64.replace(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  return digits.padEnd(Math.ceil(digits.length / 4) * 4, '=');
}

function urlSource(url: string, { bucketOwner }: ReadPartOptions, path: string): Source {
  if (url.startsWith('s3://')) {
    return { s3Location: { uri: url, ...(bucketOwner !== undefined && { bucketOwner }) } };
  }
  // https://www.rfc-editor.org/rfc/rfc2397
  const [, encoding, data] = /^data:[^,]*?(;base64)?,(.*)$/is.exec(url) ?? [];
  if (data !== undefined) {
    return {
      bytes: encoding ? { base64: standardBase64(data) } : new TextEncoder().encode(decodeURIComponent(data)),
    };
  }
  const [scheme = ''] = url.split(':');
  throw notHere(`at a ${scheme}: address`, path, `${scheme} URLs`);
}
