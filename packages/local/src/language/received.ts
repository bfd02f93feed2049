/**
 * What a model received, in words: each part of a message with its size and checksum, so that a test sees that it
 * arrived whole.
 */
import type { BlobValue, ContentBlock, DocumentBlock, ImageBlock } from '@bedrock-kit/protocol';
import { citedText } from '../answers/cited-text.ts';
import { bytesOf } from '../bytes.ts';
import { sha256Hex } from '../digest.ts';
import { imageSize } from '../files/image-size.ts';
import { pdfPages } from '../files/pdf-pages.ts';
import { countTokens } from '../tokens.ts';

/** A part as it is reported, and what it costs. */
export interface ReceivedPart {
  /** Such as `image: png, 64 x 48 pixels, 1234 bytes, sha256 ...`; undefined for what is not reported. */
  readonly words: string | undefined;
  readonly tokens: number;
}

/** Longer texts are shown by their beginning. */
const longestQuote = 200;

export async function describeBlock(block: ContentBlock): Promise<ReceivedPart> {
  if ('text' in block) return describeText(block.text);
  if ('image' in block) return describeImage(block.image);
  if ('document' in block) return describeDocument(block.document);
  if ('video' in block) return describeMedia('video', block.video.format, block.video.source);
  if ('audio' in block) return describeMedia('audio', block.audio.format, block.audio.source);
  if ('guardContent' in block) {
    return 'text' in block.guardContent
      ? describeText(block.guardContent.text.text)
      : describeMedia('image', block.guardContent.image.format, block.guardContent.image.source);
  }
  if ('searchResult' in block) {
    const text = block.searchResult.content.map((part) => part.text).join(' ');
    return { words: `search result ${quote(block.searchResult.title)}`, tokens: countTokens(text) };
  }
  if ('citationsContent' in block) return describeText(citedText(block.citationsContent));
  if ('toolUse' in block)
    return { words: undefined, tokens: countTokens(JSON.stringify(block.toolUse.input)) };
  if ('reasoningContent' in block && 'reasoningText' in block.reasoningContent) {
    return { words: undefined, tokens: countTokens(block.reasoningContent.reasoningText.text) };
  }
  if ('toolResult' in block) return describeToolResult(block);
  return { words: undefined, tokens: 0 };
}

function describeText(text: string): ReceivedPart {
  return {
    words: `text of ${plural(Array.from(text).length, 'character')}: ${quote(text)}`,
    tokens: countTokens(text),
  };
}

async function describeToolResult(
  block: Extract<ContentBlock, { toolResult: unknown }>,
): Promise<ReceivedPart> {
  let tokens = 0;
  for (const part of block.toolResult.content) {
    if ('json' in part) tokens += countTokens(JSON.stringify(part.json));
    else tokens += (await describeBlock(part)).tokens;
  }
  return { words: undefined, tokens };
}

async function describeImage(image: ImageBlock): Promise<ReceivedPart> {
  if (!('bytes' in image.source)) return describeMedia('image', image.format, image.source);
  const size = imageSize(bytesOf(image.source.bytes));
  const media = await describeMedia(
    'image',
    size === undefined ? image.format : `${size.format}, ${size.width} x ${size.height} pixels`,
    image.source,
  );
  // Anthropic's rule of thumb: https://docs.anthropic.com/en/docs/build-with-claude/vision#calculate-image-costs
  return size === undefined ? media : { ...media, tokens: Math.ceil((size.width * size.height) / 750) };
}

async function describeDocument(document: DocumentBlock): Promise<ReceivedPart> {
  const { source } = document;
  const title = `document ${quote(document.name)}: ${document.format ?? 'format not stated'}`;
  if ('text' in source) {
    return {
      words: `${title}, ${plural(Array.from(source.text).length, 'character')}`,
      tokens: countTokens(source.text),
    };
  }
  if ('content' in source) {
    const text = source.content.map((part) => part.text).join('\n');
    return { words: `${title}, ${plural(source.content.length, 'block')}`, tokens: countTokens(text) };
  }
  if ('s3Location' in source) return { words: `${title}, ${source.s3Location.uri}`, tokens: 0 };
  const bytes = bytesOf(source.bytes);
  const pages = await pdfPages(bytes);
  const counted = pages === undefined ? '' : `, ${plural(pages, 'page')}`;
  // Anthropic gives 1,500 to 3,000 tokens for a page: https://docs.anthropic.com/en/docs/build-with-claude/pdf-support
  const tokens = pages === undefined ? Math.ceil(bytes.length / 4) : pages * 1500;
  return { words: `${title}${counted}, ${await measure(bytes)}`, tokens };
}

async function describeMedia(
  kind: string,
  format: string,
  source: { bytes: BlobValue } | { s3Location: { uri: string } },
): Promise<ReceivedPart> {
  if ('s3Location' in source) return { words: `${kind}: ${format}, ${source.s3Location.uri}`, tokens: 0 };
  const bytes = bytesOf(source.bytes);
  return { words: `${kind}: ${format}, ${await measure(bytes)}`, tokens: Math.ceil(bytes.length / 1000) };
}

async function measure(bytes: Uint8Array): Promise<string> {
  return `${bytes.length} bytes, sha256 ${await sha256Hex(bytes)}`;
}

export function quote(text: string, longest: number = longestQuote): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}...` : text);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
