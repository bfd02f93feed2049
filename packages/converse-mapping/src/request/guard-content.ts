// Content that a guardrail is to look at. Once one block is marked, the guardrail looks at the marked ones alone.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html

import type { ContentBlock, GuardrailConverseContentBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../options.ts';
import { unsupported } from '../warnings.ts';
import { isPoint } from './cache-slots.ts';
import type { Conversation } from './conversation.ts';

type Guarded = { guardContent: GuardrailConverseContentBlock };

/** The block as guard content when the part asks for it and the block has such a form: text, and inline PNG or JPEG. */
export function guarded(
  block: ContentBlock,
  options: ReadPartOptions,
  place: string,
  conversation: Conversation,
): ContentBlock {
  if (options.guardContent !== true) return block;
  const guard = 'text' in block ? guardText(block.text, options) : guardImage(block);
  if (guard) return guard;
  unsupported(
    conversation,
    'guardContent',
    `${place}: a guardrail takes text, and PNG or JPEG images given as bytes.`,
  );
  return block;
}

export function guardText(text: string, { guardContentQualifiers: qualifiers }: ReadPartOptions): Guarded {
  return { guardContent: { text: { text, ...(qualifiers && { qualifiers }) } } };
}

function guardImage(block: ContentBlock): Guarded | undefined {
  if (!('image' in block)) return undefined;
  const { format, source } = block.image;
  if ((format !== 'png' && format !== 'jpeg') || !('bytes' in source)) return undefined;
  return { guardContent: { image: { format, source: { bytes: source.bytes } } } };
}

/** Marks what the user said last, and nothing else, so that old turns and tool results are not judged again. */
export function guardLatestUserTurn(conversation: Conversation): void {
  const latest = conversation.turns
    .filter(({ role, content }) => role === 'user' && content.some(isSpoken))
    .at(-1);
  if (!latest) return;
  latest.content = latest.content.map((block) => {
    if (isPoint(block) || 'toolResult' in block || 'guardContent' in block) return block;
    const place = conversation.origins.get(block) ?? 'prompt';
    return conversation.trace(guarded(block, { guardContent: true }, place, conversation), block);
  });
}

function isSpoken(block: ContentBlock): boolean {
  return 'text' in block || 'image' in block || 'guardContent' in block;
}
