// What a file is by its first bytes, for parts that say `image` or nothing at all.
// https://en.wikipedia.org/wiki/List_of_file_signatures

import type { BlobValue } from '@bedrock-kit/protocol';

/** The media type that the first bytes show, if any. Reads at most 48 characters of base64. */
export function mediaTypeBySignature(blob: BlobValue): string | undefined {
  const head = headOf(blob, 36);
  return Object.entries(SIGNATURES).find(([, pattern]) => pattern.test(head))?.[0];
}

/** Whether a file begins as text does. https://mimesniff.spec.whatwg.org/#rules-for-text-or-binary */
export function isText(blob: BlobValue): boolean {
  const head = headOf(blob, 1446);
  const isUtf16 = /^(?:\xfe\xff|\xff\xfe)/.test(head);
  return (
    isUtf16 || (head !== '' && Array.from(head).every((char) => char >= ' ' || '\t\n\f\r\x1b'.includes(char)))
  );
}

/** What Excel and Word wrote until 2007. */
export const OLE_FILE = 'application/x-ole-storage';

/** Bytes as Latin-1 characters, a dot for a control character. The first match counts. */
const SIGNATURES: { readonly [mediaType: string]: RegExp } = {
  'image/png': /^\x89PNG\r\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[^]{4}WEBP/,
  'audio/wav': /^RIFF[^]{4}WAVE/,
  'application/pdf': /^%PDF-/,
  [OLE_FILE]: /^\xd0\xcf.\xe0/s,
  'image/heic': /^[^]{4}ftyp(?:he(?:ic|ix|im|is|vc|vx|vm|vs)|mif1|msf1)/,
  'image/avif': /^[^]{4}ftypavi[fs]/,
  'video/quicktime': /^[^]{4}ftypqt/,
  'audio/m4a': /^[^]{4}ftypM4A/,
  'video/3gpp': /^[^]{4}ftyp3g/,
  'video/mp4': /^[^]{4}ftyp/,
  'video/webm': /^.E\xdf\xa3[^]*webm/s,
  'video/x-matroska': /^.E\xdf\xa3/s,
  'video/x-flv': /^FLV./s,
  'audio/ogg': /^OggS/,
  'audio/flac': /^fLaC/,
  'audio/mpeg': /^(?:ID3|\xff[\xf2\xf3\xfb])/,
  'audio/aac': /^\xff[\xf0\xf1\xf9]/,
};

/** @param length in bytes, a multiple of three. */
function headOf(blob: BlobValue, length: number): string {
  try {
    return 'base64' in blob
      ? atob(blob.base64.slice(0, (length / 3) * 4))
      : String.fromCharCode(...blob.subarray(0, length));
  } catch {
    // Neither base64 nor bytes: whoever sends it will say so; here it only means that the bytes show nothing.
    return '';
  }
}
