// Which block a file becomes, and in which format: by its media type, else by its first bytes, else by its name, else because it is text.
// Of an image the bytes come first.

import type { BlobValue } from '@bedrock-kit/protocol';
import { type FileFormat, formatOf, MEDIA_KINDS } from '../media-types.ts';
import { isText, mediaTypeBySignature, OLE_FILE } from './file-signature.ts';

/** What is text: `text/`, and media types outside of it, with `+json`, `+xml` and `+yaml`. */
const TEXTUAL =
  /^text\/|^application\/(?:x-)?(?:json|jsonl|ndjson|xml|yaml|toml|sql|javascript|typescript|sh|graphql|rtf)$|\+(?:json|xml|yaml)$/;

/** What browsers call a file that ends in `.ts`, which is seldom a video. https://github.com/open-webui/open-webui/issues/21454 */
const TYPESCRIPT = /^video\/(?:mp2t|vnd\.dlna\.mpeg-tts)$/;

/**
 * @param mediaType full (`image/png`, with parameters or not), a wildcard (`image/*`, or `image/unknown` as frameworks write it) or a
 *   top-level type alone.
 * @returns undefined when nothing that Converse takes fits.
 */
export function fileFormat(
  mediaType: string,
  blob: BlobValue | undefined,
  filename = '',
): FileFormat | undefined {
  const [bare = ''] = mediaType.toLowerCase().split(';');
  const [top = '', sub = ''] = bare.trim().split('/');
  const full = `${top}/${sub}`;
  const signature = blob && mediaTypeBySignature(blob);
  const shown = formatOf(signature);
  // Bytes of another format than the one that is named are refused, by Claude and Llama at least:
  // https://github.com/NousResearch/hermes-agent/issues/55429, https://github.com/boto/boto3/issues/4415
  if (top === 'image' && shown?.kind === top) return shown;
  if (!/^(?:\*|unknown)?$/.test(sub)) {
    const named = formatOf(full) ?? textFormat(full);
    // Windows gives the old types of Excel and Word to whatever they open: a CSV, or a modern workbook.
    const ofOffice = named && OFFICE.includes(named.format);
    if (ofOffice && signature !== OLE_FILE) return formatByName(filename, top) ?? named;
    if (named) return named;
    // Media are what their type says. Other types may only say how to handle a file, or how it is packed.
    if (isMedia(top)) return TYPESCRIPT.test(full) ? asText(blob) : undefined;
  }
  if (shown && fits(shown, top)) return shown;
  return formatByName(filename, top) ?? textFormat(full) ?? (isMedia(top) ? undefined : asText(blob));
}

/** The format of a file that no table has: the word of its media type, or for a document and a wildcard the ending of its name. */
export function formatByWord(mediaType: string, filename = ''): FileFormat | undefined {
  const [, top, sub] =
    /^(image|video|audio)\/(?:(?:x-)?(?!unknown\b)([\w-]+))?/.exec(mediaType.toLowerCase()) ?? [];
  const kind = MEDIA_KINDS.find((one) => one === top) ?? 'document';
  const format = sub ?? endingOf(filename);
  return format ? { kind, format } : undefined;
}

const OFFICE = ['xls', 'doc'];

function endingOf(filename: string): string {
  return /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
}

function formatByName(filename: string, top: string): FileFormat | undefined {
  const ending = endingOf(filename);
  const byEnding = MEDIA_KINDS.map((kind) => formatOf(`${kind}/${ending}`));
  return byEnding.find((format) => format && fits(format, top));
}

/** JSON, XML, source code and the like are sent as plain text, which every model with documents reads. */
function textFormat(mediaType: string): FileFormat | undefined {
  return TEXTUAL.test(mediaType) ? PLAIN_TEXT : undefined;
}

/** Browsers know the media type of few kinds of source code, of settings and of logs. https://github.com/openkaiden/kaiden/pull/1264 */
function asText(blob: BlobValue | undefined): FileFormat | undefined {
  return blob && isText(blob) ? PLAIN_TEXT : undefined;
}

const PLAIN_TEXT: FileFormat = { kind: 'document', format: 'txt' };

function isMedia(top: string): boolean {
  return MEDIA_KINDS.some((kind) => kind === top);
}

function fits({ kind }: FileFormat, top: string): boolean {
  return top === kind || kind === 'document' || !isMedia(top);
}
