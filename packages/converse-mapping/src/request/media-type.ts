// Which block a file becomes, and in which format: by its media type, else by its first bytes, else by its name.

import type { Blob } from '@bedrock-kit/protocol';
import { type FileFormat, formatOf, formatsOf, type MediaKind } from '../media-types.ts';
import { mediaTypeBySignature } from './file-signature.ts';

const KINDS: readonly MediaKind[] = ['image', 'document', 'video', 'audio'];

/** Endings that are not the format's own name. */
const ENDINGS = new Map([
  ['jpg', 'jpeg'],
  ['htm', 'html'],
  ['markdown', 'md'],
  ['3gp', 'three_gp'],
]);

/** Media types outside `text/` that are text all the same, with `+json`, `+xml` and `+yaml`. */
const TEXTUAL =
  /^application\/(?:json|ld\+json|jsonl|x-ndjson|xml|yaml|x-yaml|toml|sql|javascript|x-javascript|typescript|x-sh|graphql|rtf)$|\+(?:json|xml|yaml)$/;

/**
 * @param mediaType full (`image/png`, with parameters or not), a wildcard (`image/*`) or a top-level type alone.
 * @returns undefined when nothing that Converse takes fits.
 */
export function fileFormat(
  mediaType: string,
  blob: Blob | undefined,
  filename: string | undefined,
): FileFormat | undefined {
  const [bare = ''] = mediaType.toLowerCase().split(';');
  const [top = '', sub = ''] = bare.trim().split('/');
  if (sub !== '' && sub !== '*') {
    const named = formatOf(`${top}/${sub}`) ?? textFormat(top, sub);
    if (named !== undefined || !isVague(top, sub)) return named;
  }
  return bySignature(blob, top) ?? byEnding(filename, top) ?? textFormat(top, 'plain');
}

function isVague(top: string, sub: string): boolean {
  return top === 'application' && (sub === 'octet-stream' || sub === 'binary');
}

/** JSON, XML, source code and the like are sent as plain text, which every model with documents reads. */
function textFormat(top: string, sub: string): FileFormat | undefined {
  const textual = top === 'text' || TEXTUAL.test(`${top}/${sub}`);
  return textual ? { kind: 'document', format: 'txt' } : undefined;
}

function bySignature(blob: Blob | undefined, top: string): FileFormat | undefined {
  const shown = blob === undefined ? undefined : mediaTypeBySignature(blob);
  const format = shown === undefined ? undefined : formatOf(shown);
  return format !== undefined && fits(format, top) ? format : undefined;
}

function byEnding(filename: string | undefined, top: string): FileFormat | undefined {
  const ending = /\.(\w+)$/.exec(filename ?? '')?.[1]?.toLowerCase() ?? '';
  const format = ENDINGS.get(ending) ?? ending;
  const kind = KINDS.find((kind) => formatsOf(kind).includes(format) && fits({ kind, format }, top));
  return kind && { kind, format };
}

function fits({ kind }: FileFormat, top: string): boolean {
  return top === kind || kind === 'document' || !KINDS.some((known) => known === top);
}
