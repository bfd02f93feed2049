/**
 * What is embedded, read out of a body and turned into a vector: text, media as base64 or as a data URI, media in S3.
 */
import type { JsonObject } from '@bedrock-kit/protocol';
import { imageSize } from '../files/image-size.ts';
import { isObject } from '../json.ts';
import { objectIn, optionalText, text } from '../native/json-fields.ts';
import { malformedInput } from '../native/schema-check.ts';
import { type ServiceError, validationError } from '../service-error.ts';
import { countTokens, splitTokens } from '../tokens.ts';
import { decodeBase64 } from '../wire/base64.ts';
import { averaged, type Feature, hashedVector, textFeatures } from './feature-hashing.ts';
import { mediaFeatures } from './media-features.ts';

/** A part of what is embedded together. Media that lie in S3 are known by their address alone. */
export type Part = { readonly text: string } | { readonly bytes: Uint8Array } | { readonly s3Uri: string };

/** How far a purpose shifts a vector: a query and a document with the same words get vectors that are near, but not the same. */
const purposeWeight = 0.15;

/** One vector for all parts: each counts the same. */
export function vectorOf(parts: readonly Part[], dimensions: number, purpose?: string): number[] {
  const vectors = parts.map((part) => hashedVector(featuresOf(part), dimensions));
  if (purpose === undefined) return averaged(vectors);
  const shift = hashedVector([[`purpose ${purpose}`, 1]], dimensions);
  return averaged([averaged(vectors), shift.map((item) => item * purposeWeight)]);
}

function featuresOf(part: Part): Feature[] {
  if ('text' in part) return textFeatures(part.text);
  return 'bytes' in part ? mediaFeatures(part.bytes) : [[`object ${part.s3Uri}`, 1]];
}

/** Tokens of the texts among the parts. */
export function tokensOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + ('text' in part ? countTokens(part.text) : 0), 0);
}

/** Which end of a text that is too long is cut off. `none` refuses it. */
export type Truncation = 'none' | 'start' | 'end';

/** As a body names it: of Nova, and of Cohere's v3, https://github.com/spring-projects/spring-ai/pull/689 */
export const truncations: Readonly<Record<string, Truncation>> = { NONE: 'none', START: 'start', END: 'end' };

/** The part of a text that the model reads. */
export function truncated(
  whole: string,
  limit: number,
  truncation: Truncation,
  refusal: () => Error,
): string {
  // A token has one character at least, so that a short text need not be split.
  if (whole.length <= limit) return whole;
  const tokens = splitTokens(whole);
  if (tokens.length <= limit) return whole;
  if (truncation === 'none') throw refusal();
  return (truncation === 'end' ? tokens.slice(0, limit) : tokens.slice(-limit)).join('');
}

/** The refusal of a text that is too long and may not be cut. */
export function moreTokensThan(limit: number): ServiceError {
  const words = `The text is longer than the ${limit} tokens that the model reads.`;
  return validationError(words);
}

/** The bytes of a member in base64. */
export function bytesIn(object: JsonObject, key: string, place: string): Uint8Array {
  return decoded(text(object, key, place), `${place}/${key}`);
}

/** The bytes of an image in a data URI. https://www.rfc-editor.org/rfc/rfc2397 */
export function dataUriBytes(uri: string, pointer: string): Uint8Array {
  const found = /^data:image\/(?:png|jpe?g|webp|gif);base64,/.exec(uri);
  if (found === null)
    throw malformedInput(`#${pointer}: the image must be a data URI such as data:image/png;base64,...`);
  return decoded(uri.slice(found[0].length), pointer);
}

function decoded(base64: string, pointer: string): Uint8Array {
  const bytes = decodeBase64(base64);
  if (bytes === undefined || bytes.length === 0) throw malformedInput(`#${pointer}: invalid base64 data`);
  return bytes;
}

/** Refuses what is no image, or a larger one than the model takes. */
export function checkImage(bytes: Uint8Array, pointer: string, mostBytes: number): void {
  if (imageSize(bytes) === undefined)
    throw malformedInput(`#${pointer}: the bytes are no PNG, JPEG, GIF or WebP image`);
  if (bytes.length > mostBytes)
    throw malformedInput(`#${pointer}: the image has ${bytes.length} bytes, more than ${mostBytes}`);
}

/** `{ base64String }` or `{ s3Location: { uri } }`, as Marengo writes media; `{ bytes }` in place of the first, as Nova does. */
export function mediaPart(source: JsonObject, place: string, bytesKey: 'base64String' | 'bytes'): Part {
  if (isObject(source['s3Location'])) return { s3Uri: s3Uri(source['s3Location'], `${place}/s3Location`) };
  if (optionalText(source, bytesKey, place) === undefined)
    throw malformedInput(`#${place}: required key [${bytesKey}] or [s3Location] not found`);
  return { bytes: bytesIn(source, bytesKey, place) };
}

function s3Uri(location: JsonObject, place: string): string {
  const uri = text(location, 'uri', place);
  if (!/^s3:\/\/[^/]+\/.+/.test(uri)) throw malformedInput(`#${place}/uri: ${uri} is no S3 URI`);
  return uri;
}

/** The part in the source of a media member. */
export function sourceIn(
  media: JsonObject,
  key: string,
  place: string,
  bytesKey: 'base64String' | 'bytes',
): Part {
  return mediaPart(objectIn(media, key, place), `${place}/${key}`, bytesKey);
}
