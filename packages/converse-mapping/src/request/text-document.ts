// A document of text in words: for the models that take no documents ("This model doesn't support documents."), most open-weight
// ones, and for citations, whose places are counted in words.
// https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html

import { convertBase64ToUint8Array } from '@ai-sdk/provider-utils';
import type { BlobValue, DocumentBlock } from '@bedrock-kit/protocol';
import { changed } from '../warnings.ts';
import type { Conversation } from './conversation.ts';
import { wellFormed } from './well-formed.ts';

/** Formats whose bytes are what a reader reads. */
const IN_WORDS: readonly unknown[] = [
  'txt',
  'md',
  'csv',
  'html',
] satisfies readonly DocumentBlock['format'][];

/**
 * @param heading what the text is: its file's name, and what the caller says of it.
 * @returns undefined where the model may take documents, and of a document that is more than text.
 */
export function documentInWords(
  format: string,
  mediaType: string,
  bytes: BlobValue | undefined,
  heading: readonly (string | undefined)[],
  conversation: Conversation,
): { text: string } | undefined {
  if (conversation.capabilities.inputs.document !== false) return undefined;
  const text = wordsOf(format, mediaType, bytes);
  if (text === undefined) return undefined;
  changed(conversation, 'documents', ' takes no documents, so those of text are sent as text.');
  const lines = [...heading.filter(Boolean), text];
  return { text: wellFormed(lines.join('\n'), conversation) };
}

/** What a document of text says; undefined of one that is more than text, or whose bytes are elsewhere. */
export function wordsOf(format: string, mediaType: string, bytes: BlobValue | undefined): string | undefined {
  return bytes && IN_WORDS.includes(format) ? decoded(bytes, mediaType) : undefined;
}

/** What Excel and Windows write, by its first bytes. https://encoding.spec.whatwg.org/#bom-sniff */
const UTF_16: { readonly [mark: string]: string | undefined } = {
  '255,254': 'utf-16le',
  '254,255': 'utf-16be',
};

/** As a media type names it: https://www.rfc-editor.org/rfc/rfc2046#section-4.1.2 */
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;

/** Undefined for what is no base64, which the check refuses as the document that it is. */
function decoded(given: BlobValue, mediaType: string): string | undefined {
  try {
    const bytes = 'base64' in given ? convertBase64ToUint8Array(given.base64) : given;
    const charset = UTF_16[bytes.subarray(0, 2).join()] ?? CHARSET.exec(mediaType)?.[1];
    const text = textIn('utf-8', bytes, true);
    // Valid UTF-8 is read as that, whatever charset a server names for all its files. But UTF-16 with its zeros and ISO-2022 with its escapes
    // are valid UTF-8, too: there the named one counts.
    if (text !== undefined && !(charset && ESCAPES.some((sign) => text.includes(sign)))) return text;
    // Of the older encodings the most usual one, which has a character for every byte, so that nothing is lost.
    return (charset && textIn(charset, bytes)) ?? text ?? textIn('windows-1252', bytes);
  } catch {
    return undefined;
  }
}

const ESCAPES = ['\0', '\u001b'];

/** Undefined in an encoding that the runtime does not have, and with `fatal` for bytes that are none in it. */
function textIn(encoding: string, bytes: Uint8Array, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
