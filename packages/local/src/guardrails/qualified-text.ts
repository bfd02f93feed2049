/**
 * The text of a block that a guardrail looks at, and what its qualifiers make it: the same for Converse and ApplyGuardrail.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-contextual-grounding-check.html
 */
import type { GuardrailContentBlock, GuardrailConverseContentBlock } from '@bedrock-kit/protocol';

type Block = GuardrailContentBlock | GuardrailConverseContentBlock;

/** Empty for an image. */
export function textOf(block: Block): string {
  return 'text' in block ? block.text.text : '';
}

export function qualifiersOf(block: Block): readonly string[] {
  return 'text' in block ? (block.text.qualifiers ?? []) : [];
}

/** The texts that have a qualifier, one a line; undefined without any. */
export function qualifiedText(blocks: readonly Block[], qualifier: string): string | undefined {
  const texts = blocks.filter((block) => qualifiersOf(block).includes(qualifier)).map(textOf);
  return texts.length === 0 ? undefined : texts.join('\n');
}
