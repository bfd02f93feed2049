// Which reader a block gets, by its start or, when it has none, by its first delta. A new kind of block is one line here.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStart.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, stringOf, type UnknownRecord } from '../record.ts';
import type { Answer, OpenBlock, Part } from './answer.ts';
import { CustomBlock } from './custom-block.ts';
import { FileBlock } from './file-block.ts';
import { ReasoningBlock } from './reasoning-block.ts';
import type { ReceivedDelta } from './received.ts';
import { StructuredTextBlock, StructuredToolBlock } from './structured-answer.ts';
import { TextBlock } from './text-block.ts';
import { ToolResultBlock } from './tool-result-block.ts';
import { ToolUseBlock } from './tool-use-block.ts';

/**
 * Undefined for an empty start, which says nothing: its deltas will. Beyond the members that AWS streams, a start may hold a whole
 * block, which is how a complete response is read.
 */
export function openByStart(
  start: UnknownRecord,
  answer: Answer,
  index: number,
  out: Part[],
): OpenBlock | undefined {
  for (const [kind, value] of Object.entries(start)) {
    if (!isRecord(value)) continue;
    switch (kind) {
      case 'toolUse':
        return openToolUse(value, answer, index, out);
      case 'toolResult':
        return new ToolResultBlock(answer, value);
      case 'image':
      case 'video':
      case 'audio':
      case 'document':
        return new FileBlock(kind, value);
      case 'guardContent':
        return openGuardContent(value, answer, index);
      case 'custom':
        return new CustomBlock(value);
    }
  }
  return undefined;
}

/** Undefined for a delta that nobody knows yet: it is passed over. */
export function openByDelta(delta: ReceivedDelta, answer: Answer, index: number): OpenBlock | undefined {
  if (typeof delta.text === 'string' || isRecord(delta.citation)) {
    const { structured } = answer;
    return structured === undefined
      ? new TextBlock(answer, index)
      : new StructuredTextBlock(answer, structured, index);
  }
  if (isRecord(delta.reasoningContent)) return new ReasoningBlock(answer, index);
  if (isRecord(delta.image)) return new FileBlock('image', {});
  return undefined;
}

function openToolUse(start: UnknownRecord, answer: Answer, index: number, out: Part[]): OpenBlock {
  const { structured } = answer;
  if (structured !== undefined) {
    if (structured.toolName !== undefined && start['name'] === structured.toolName) {
      return new StructuredToolBlock(answer, structured, index, out);
    }
    structured.beforeCall(answer, index, out);
  }
  return new ToolUseBlock(answer, start, out);
}

function openGuardContent(value: UnknownRecord, answer: Answer, index: number): OpenBlock {
  const text = isRecord(value['text']) ? value['text'] : {};
  // It came out of JSON.parse, which TypeScript cannot know.
  const qualifiers = text['qualifiers'] as JSONObject[string];
  if (isRecord(value['image'])) return new FileBlock('image', value['image']);
  const block = new TextBlock(answer, index, {
    guardContent: true,
    ...(Array.isArray(qualifiers) && { guardContentQualifiers: qualifiers }),
  });
  return new PrefilledBlock(block, { text: stringOf(text['text']) ?? '' });
}

/** A block whose whole content came with its start: it is written when the block ends, after whatever else came. */
class PrefilledBlock implements OpenBlock {
  readonly #block: OpenBlock;
  readonly #content: ReceivedDelta;

  constructor(block: OpenBlock, content: ReceivedDelta) {
    this.#block = block;
    this.#content = content;
  }

  take(): boolean {
    return false;
  }

  close(out: Part[], whole: boolean): void {
    this.#block.take(this.#content, out);
    this.#block.close(out, whole);
  }
}
