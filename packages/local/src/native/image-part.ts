/**
 * An image that stands in a body as base64 alone: its format is told by its bytes.
 */
import type { ContentBlock } from '@bedrock-kit/protocol';
import { imageSize } from '../files/image-size.ts';
import { decodeBase64 } from '../wire/base64.ts';
import { malformedInput } from './schema-check.ts';

/** @throws {ServiceError} `ValidationException` */
export function imagePart(base64: string, pointer: string): ContentBlock {
  const bytes = decodeBase64(base64);
  if (bytes === undefined) throw malformedInput(`#${pointer}: invalid base64 data`);
  const format = imageSize(bytes)?.format;
  if (format === undefined)
    throw malformedInput(`#${pointer}: the bytes are no PNG, JPEG, GIF or WebP image`);
  return { image: { format, source: { bytes } } };
}
