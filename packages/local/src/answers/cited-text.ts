/**
 * The words of a cited text, whose parts are one text.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CitationsContentBlock.html
 */
import type { CitationsContentBlock } from '@bedrock-kit/protocol';

export function citedText({ content = [] }: CitationsContentBlock): string {
  return content.map(({ text }) => text).join('');
}
