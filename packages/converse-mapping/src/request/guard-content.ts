// Content that a guardrail is to look at. Once one block is marked, the guardrail looks at the marked ones alone.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html

import type {
  ContentBlock,
  GuardrailConverseContentQualifier,
  GuardrailConverseImageFormat,
} from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../options.ts';
import type { Warnings } from '../warnings.ts';
import type { Turn } from './conversation.ts';

/** The block as guard content when the part asks for it and the block has such a form: text, and inline PNG or JPEG. */
export function guarded(
  block: ContentBlock,
  options: ReadPartOptions,
  place: string,
  warnings: Warnings,
): ContentBlock {
  if (options['guardContent'] !== true) return block;
  const guard = guardForm(block, qualifiersOf(options));
  if (guard !== undefined) return guard;
  warnings.unsupported(
    'guardContent',
    `${place}: a guardrail can be pointed at text and at PNG or JPEG images given as bytes.`,
  );
  return block;
}

/** readPartOptions has checked the words. */
export function qualifiersOf(options: ReadPartOptions): GuardrailConverseContentQualifier[] | undefined {
  return options['guardContentQualifiers'] as GuardrailConverseContentQualifier[] | undefined;
}

function guardForm(
  block: ContentBlock,
  qualifiers: GuardrailConverseContentQualifier[] | undefined,
): ContentBlock | undefined {
  if ('text' in block) {
    return { guardContent: { text: { text: block.text, ...(qualifiers && { qualifiers }) } } };
  }
  if (!('image' in block)) return undefined;
  const { format, source } = block.image;
  if (!isGuardFormat(format) || !('bytes' in source)) return undefined;
  return { guardContent: { image: { format, source: { bytes: source.bytes } } } };
}

function isGuardFormat(format: string): format is GuardrailConverseImageFormat {
  return format === 'png' || format === 'jpeg';
}

/** Marks what the user said last, and nothing else, so that old turns and tool results are not judged again. */
export function guardLatestUserTurn(turns: readonly Turn[]): void {
  const latest = turns.filter(({ role, content }) => role === 'user' && content.some(isSpoken)).at(-1);
  if (latest !== undefined)
    latest.content = latest.content.map((block) => guardForm(block, undefined) ?? block);
}

function isSpoken(block: ContentBlock): boolean {
  return 'text' in block || 'image' in block || 'guardContent' in block;
}
