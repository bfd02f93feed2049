// Content that a guardrail is to look at. Once one block is marked, the guardrail looks at the marked ones alone.
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html

import type { ContentBlock, GuardrailConverseContentBlock } from '@bedrock-kit/protocol';
import type { ReadPartOptions } from '../read-options.ts';
import { unsupported } from '../warnings.ts';
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
    `${place}: a guardrail takes text, and PNG or JPEG images given as bytes, outside of tool results.`,
  );
  return block;
}

export function guardText(text: string, { guardContentQualifiers: qualifiers }: ReadPartOptions): Guarded {
  return { guardContent: { text: { text, ...(qualifiers && { qualifiers: [...qualifiers] }) } } };
}

function guardImage(block: ContentBlock): Guarded | undefined {
  if (!('image' in block)) return undefined;
  const { format, source } = block.image;
  if ((format !== 'png' && format !== 'jpeg') || !('bytes' in source)) return undefined;
  return { guardContent: { image: { format, source } } };
}

/** Marks what the user said last, and nothing else, so that old turns and what tools return are not judged again. */
export function guardLatestUserTurn(conversation: Conversation): void {
  const { origins, spoken, turns } = conversation;
  const latest = turns.filter(({ content }) => content.some((block) => spoken.has(block))).at(-1);
  if (!latest) return;
  latest.content = latest.content.map((block) => {
    if (!spoken.has(block) || 'guardContent' in block) return block;
    const place = origins.get(block) ?? 'prompt';
    return conversation.trace(guarded(block, { guardContent: true }, place, conversation), block);
  });
}
