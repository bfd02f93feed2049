/**
 * What Claude refuses of images at first sight: another format than was named, and too many pixels. Bytes that are no image pass, so that
 * a test needs no real images.
 *
 * https://github.com/NousResearch/hermes-agent/issues/55429, https://github.com/kirodotdev/KiroCrew/issues/1404
 */
import type { ModelCapabilities } from '@bedrock-kit/models';
import type { ContentBlock, ConverseRequest, ImageBlock } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { frame } from '../native/model-refusals.ts';
import { type ServiceError, validationError } from '../service-error.ts';
import { imageSize } from './image-size.ts';

/** With so many images or more, each may have fewer pixels: https://platform.claude.com/docs/en/build-with-claude/vision */
const many = 21;

/** @throws {ServiceError} `ValidationException` for the first image that Claude would refuse */
export function checkImages({ messages = [] }: ConverseRequest, { vendor }: ModelCapabilities): void {
  if (vendor !== 'anthropic') return;
  const images = messages.flatMap(({ content }, index) => imagesIn(content, `messages.${index}`));
  const [longest, when] = images.length < many ? [8000, ''] : [2000, ' for many-image requests'];
  for (const [place, { format, source }] of images) {
    const size = 'bytes' in source ? imageSize(bytesOf(source.bytes)) : undefined;
    if (size === undefined) continue;
    if (size.format !== format)
      throw refusal(
        `${place}.bytes: The image was specified using the image/${format} media type, but the image appears to be a image/${size.format} image`,
      );
    if (Math.max(size.width, size.height) > longest)
      throw refusal(
        `${place}.base64.data: At least one of the image dimensions exceed max allowed size${when}: ${longest} pixels`,
      );
  }
}

function imagesIn(content: readonly object[], place: string): [place: string, image: ImageBlock][] {
  return (content as readonly ContentBlock[]).flatMap((block, index) => {
    const at = `${place}.content.${index}`;
    if ('toolResult' in block) return imagesIn(block.toolResult.content, `${at}.tool_result`);
    return 'image' in block ? [[`${at}.image.source`, block.image]] : [];
  });
}

function refusal(problem: string): ServiceError {
  return validationError(frame + problem);
}
