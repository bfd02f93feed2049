/**
 * What an image or another file is made of, for its vector: how often each byte comes up, and its pieces as they are.
 * The same file gets the same vector, a file with a few changed bytes one near it.
 */
import { hash32 } from '../digest.ts';
import type { Feature } from './feature-hashing.ts';

const pieceBytes = 64;
/** Of longer files no more pieces are looked at, evenly spread. */
const mostPieces = 512;
const pieceWeight = 1;
/** All frequencies together count about as much as one piece in ten. */
const frequencyWeight = 4;

export function mediaFeatures(bytes: Uint8Array): Feature[] {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const features: Feature[] = [];
  for (const [byte, count] of counts.entries()) {
    if (count > 0) features.push([`byte ${byte}`, (frequencyWeight * count) / bytes.length]);
  }
  const stride = Math.max(1, Math.ceil(bytes.length / pieceBytes / mostPieces)) * pieceBytes;
  for (let offset = 0; offset < bytes.length; offset += stride) {
    const piece = String.fromCharCode(...bytes.subarray(offset, offset + pieceBytes));
    features.push([`piece ${hash32(piece)}`, pieceWeight]);
  }
  return features;
}
