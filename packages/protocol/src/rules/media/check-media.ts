// What is checked alike for images, documents, video and audio: whether a model takes them, how many, and how large.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html
import type { MediaInput } from '@bedrock-kit/models';
import { blobLength } from '../../blob-length.ts';
import type { DocumentBlock } from '../../types/document.ts';
import type { ImageBlock } from '../../types/media.ts';
import { dotted } from '../../violation.ts';
import type { Placed } from '../conversation.ts';
import { memberOf } from '../member.ts';
import type { Refuse } from '../rule.ts';
import { unsupportedBlock } from '../wording.ts';

/** What a model's record says of a kind of media. */
type Input = MediaInput<string> | false | 'unknown';

/** Refuses a kind that the model does not take, and a format that it does not take. */
export function checkSupported(
  kind: string,
  blocks: readonly Placed<{ readonly format: string }>[],
  input: Input,
  refuse: Refuse,
): void {
  if (input === 'unknown') return;
  for (const { block, path } of blocks) {
    if (!input || !input.formats.includes(block.format)) refuse(path, unsupportedBlock(kind));
  }
}

/** Refuses a message that holds more of a kind than one may; what stands in tool results is not counted. */
export function checkCount(
  plural: string,
  blocks: readonly Placed<unknown>[],
  input: Input,
  refuse: Refuse,
): void {
  if (typeof input !== 'object' || input.maxCount === 'unknown') return;
  const counts = new Map<number, number>();
  for (const { message, inToolResult } of blocks) {
    if (!inToolResult) counts.set(message, (counts.get(message) ?? 0) + 1);
  }
  for (const [message, count] of counts) {
    if (count <= input.maxCount) continue;
    refuse(
      `messages[${message}].content`,
      `The message at messages.${message} contains ${count} ${plural}. The maximum number of ${plural} per message is ${input.maxCount}.`,
    );
  }
}

/** The blocks that count towards the limits of a request: those that stand in no tool result. */
export function counted(blocks: readonly Placed<unknown>[]): number {
  return blocks.filter(({ inToolResult }) => !inToolResult).length;
}

/** Refuses inline bytes beyond the model's limit, in the words that `wording` finds for both lengths, or else in common ones. */
export function checkSize(
  kind: string,
  blocks: readonly Placed<ImageBlock | DocumentBlock>[],
  input: Input,
  refuse: Refuse,
  wording?: (at: Placed<unknown>, length: number, limit: number) => string | undefined,
): void {
  if (typeof input !== 'object') return;
  for (const at of blocks) {
    const limit = input.maxBytesOf[at.block.format ?? 'txt'] ?? input.maxBytes;
    if (limit === 'unknown') continue;
    const [member, bytes] = memberOf(at.block.source);
    if (member !== 'bytes') continue;
    const length = blobLength(bytes);
    if (length <= limit) continue;
    refuse(
      `${at.path}.source.bytes`,
      wording?.(at, length, limit) ??
        `The ${kind} at ${dotted(at.path)} exceeds the maximum size: ${length} bytes > ${limit} bytes.`,
    );
  }
}
