// Which block a file becomes, and in which format: by its media type, else by its first bytes, else by its name.

import type { Blob } from '@bedrock-kit/protocol';
import { type FileFormat, formatOf, MEDIA_KINDS } from '../media-types.ts';
import { mediaTypeBySignature, OLE_FILE } from './file-signature.ts';

/** Media types outside `text/` that are text all the same, with `+json`, `+xml` and `+yaml`. */
const TEXTUAL =
  /^application\/(?:x-)?(?:json|jsonl|ndjson|xml|yaml|toml|sql|javascript|typescript|sh|graphql|rtf)$|\+(?:json|xml|yaml)$/;

/**
 * @param mediaType full (`image/png`, with parameters or not), a wildcard (`image/*`, or `image/unknown` as frameworks write it) or a
 *   top-level type alone.
 * @returns undefined when nothing that Converse takes fits.
 */
export function fileFormat(mediaType: string, blob: Blob | undefined, filename = ''): FileFormat | undefined {
  const [bare = ''] = mediaType.toLowerCase().split(';');
  const [top = '', sub = ''] = bare.trim().split('/');
  const full = `${top}/${sub}`;
  if (!/^(?:\*|unknown)?$/.test(sub)) {
    const named = formatOf(full) ?? textFormat(top, sub);
    // Windows gives the old types of Excel and Word to whatever they open: a CSV, or a modern workbook.
    const ofOffice =
      named && OFFICE.includes(named.format) && (!blob || mediaTypeBySignature(blob) !== OLE_FILE);
    if (ofOffice) return formatByName(filename, top) ?? named;
    // An image is what its type says. Other types may only say how to handle a file, or how it is packed.
    if (named || MEDIA_KINDS.some((kind) => kind === top)) return named;
  }
  const shown = formatOf(blob && mediaTypeBySignature(blob));
  if (shown && fits(shown, top)) return shown;
  return formatByName(filename, top) ?? textFormat(top, 'plain');
}

const OFFICE = ['xls', 'doc'];

function formatByName(filename: string, top: string): FileFormat | undefined {
  const ending = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? '';
  const byEnding = MEDIA_KINDS.map((kind) => formatOf(`${kind}/${ending}`));
  return byEnding.find((format) => format && fits(format, top));
}

/** JSON, XML, source code and the like are sent as plain text, which every model with documents reads. */
function textFormat(top: string, sub: string): FileFormat | undefined {
  const textual = top === 'text' || TEXTUAL.test(`${top}/${sub}`);
  return textual ? { kind: 'document', format: 'txt' } : undefined;
}

function fits({ kind }: FileFormat, top: string): boolean {
  return top === kind || kind === 'document' || !MEDIA_KINDS.some((known) => known === top);
}
