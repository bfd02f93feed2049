/**
 * A whole answer as the events of ConverseStream, in the order that the service keeps.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html
 */
import type {
  ContentBlock,
  ContentBlockDelta,
  ContentBlockStart,
  ConverseStreamEvent,
} from '@bedrock-kit/protocol';
import { splitWords } from '../tokens.ts';
import type { WholeAnswer } from './answer.ts';

/**
 * Text, reasoning and citations begin with their first delta, all other blocks with a start. `pieces` cuts texts, into words by
 * default. What a guardrail says in place of an answer is one delta:
 * https://github.com/agentjido/req_llm/blob/19748e930d0c6049d1b42196f8cb1a4915638967/test/support/fixtures/amazon_bedrock/anthropic_claude_haiku_4_5_20251001_v1_0/guardrail_converse_blocked_stream.json
 */
export function* eventsOf(
  answer: WholeAnswer,
  latencyMs: () => number,
  pieces?: Pieces,
): Generator<ConverseStreamEvent> {
  yield { messageStart: { role: 'assistant' } };
  for (const [contentBlockIndex, block] of answer.content.entries())
    yield* blockEvents(block, contentBlockIndex, pieces);
  const { stopReason, additionalModelResponseFields, usage, trace, performanceConfig, serviceTier } = answer;
  yield { messageStop: { stopReason, additionalModelResponseFields } };
  yield { metadata: { usage, metrics: { latencyMs: latencyMs() }, trace, performanceConfig, serviceTier } };
}

/** How a text is cut. */
type Pieces = (text: string) => readonly string[];

/** The events of one block of content. */
export function* blockEvents(
  block: ContentBlock,
  contentBlockIndex: number,
  pieces: Pieces = splitWords,
): Generator<ConverseStreamEvent> {
  const start = startOf(block);
  if (start !== undefined) yield { contentBlockStart: { contentBlockIndex, start } };
  for (const delta of deltasOf(block, pieces)) yield { contentBlockDelta: { contentBlockIndex, delta } };
  yield { contentBlockStop: { contentBlockIndex } };
}

function startOf(block: ContentBlock): ContentBlockStart | undefined {
  if ('toolUse' in block) {
    const { toolUseId, name, type } = block.toolUse;
    return { toolUse: { toolUseId, name, ...(type === undefined ? {} : { type }) } };
  }
  if ('toolResult' in block) {
    const { toolUseId, type, status } = block.toolResult;
    return { toolResult: { toolUseId, type, status } };
  }
  if ('image' in block) return { image: { format: block.image.format } };
  return undefined;
}

function* deltasOf(block: ContentBlock, pieces: Pieces): Generator<ContentBlockDelta> {
  if ('text' in block) {
    for (const text of block.text === '' ? [''] : pieces(block.text)) yield { text };
  } else if ('toolUse' in block) {
    // A handler in JavaScript may leave it out for a tool without arguments.
    for (const input of fragments(JSON.stringify(block.toolUse.input ?? {}))) yield { toolUse: { input } };
  } else if ('reasoningContent' in block) {
    const reasoning = block.reasoningContent;
    if ('redactedContent' in reasoning) {
      yield { reasoningContent: { redactedContent: reasoning.redactedContent } };
      return;
    }
    const { text, signature } = reasoning.reasoningText;
    for (const word of splitWords(text)) yield { reasoningContent: { text: word } };
    if (signature !== undefined) yield { reasoningContent: { signature } };
  } else if ('citationsContent' in block) {
    // The citation comes before the words that it is of:
    // https://github.com/agentjido/req_llm/blob/main/test/support/fixtures/amazon_bedrock/anthropic_claude_haiku_4_5_20251001_v1_0/converse_citations_streaming.json
    for (const citation of block.citationsContent.citations ?? []) yield { citation };
    for (const part of block.citationsContent.content ?? []) {
      for (const text of splitWords(part.text)) yield { text };
    }
  } else if ('toolResult' in block) {
    for (const part of block.toolResult.content) {
      if ('text' in part || 'json' in part) yield { toolResult: [part] };
    }
  } else if ('image' in block) {
    yield { image: { source: block.image.source, error: block.image.error } };
  }
}

/** A JSON text in pieces of up to a dozen whole characters, so that a client has to join them before it can parse. */
function fragments(text: string): readonly string[] {
  return text.match(/[^]{1,12}/gu) ?? [];
}
