/**
 * An answer as the text that a text model writes, whole and piece by piece. Thoughts come first, and end with the tag by which
 * DeepSeek-R1 ends them.
 *
 * https://huggingface.co/deepseek-ai/DeepSeek-R1#usage-recommendations
 */
import type { ContentBlock, ConverseStreamEvent, Json, JsonObject } from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { citedText } from '../answers/cited-text.ts';
import { countInputTokens } from '../caching/prompt.ts';
import { countTokens } from '../tokens.ts';
import { invocationMetrics } from './invocation-metrics.ts';
import type { NativeContext } from './native-body.ts';

const afterThoughts = '\n</think>\n\n';

/** Why a text ends, by the names that most of these models have for it. */
type TextEnd = 'stop' | 'length';

export function textOf({ content }: Pick<WholeAnswer, 'content'>): string {
  return content.map(wordsOf).join('');
}

/** Null of a piece that does not end the text. */
export function endOf(stopReason: string | undefined): TextEnd | null {
  if (stopReason === undefined) return null;
  return stopReason === 'max_tokens' ? 'length' : 'stop';
}

function wordsOf(block: ContentBlock): string {
  if ('text' in block) return block.text;
  if ('citationsContent' in block) return citedText(block.citationsContent);
  const thoughts = 'reasoningContent' in block ? block.reasoningContent : undefined;
  return thoughts !== undefined && 'reasoningText' in thoughts
    ? thoughts.reasoningText.text + afterThoughts
    : '';
}

/** A piece of a streamed text. */
export interface TextPiece {
  readonly text: string;
  /** In Converse's words; undefined in all pieces but the last. */
  readonly stopReason: string | undefined;
  readonly isFirst: boolean;
  readonly inputTokens: number;
  /** The text so far. */
  readonly outputTokens: number;
}

/**
 * The chunks of a text: one for each piece, and a last one that tells the end and the metrics. A text that ends at its limit has its
 * last words in that, too; those of a handler that writes piece by piece do not wait for it.
 *
 * https://github.com/open-telemetry/opentelemetry-js-contrib/blob/main/packages/instrumentation-aws-sdk/test/mock-responses/bedrock-invokemodelwithstreams-adds-mistral-ai-model-attributes-to-span.json
 * https://github.com/DataDog/dd-trace-py/blob/main/tests/contrib/botocore/bedrock_cassettes/meta_invoke_stream.yaml
 */
export async function* textChunks(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
  write: (piece: TextPiece) => JsonObject,
): AsyncGenerator<Json> {
  const inputTokens = context.whole?.usage.inputTokens ?? (await countInputTokens(context.request));
  const isCut = context.whole !== undefined && endOf(context.whole.stopReason) === 'length';
  let outputTokens = 0;
  let isFirst = true;
  let thinking = false;
  let held = '';
  let stopReason = 'end_turn';
  for await (const event of events) {
    if ('messageStop' in event) ({ stopReason } = event.messageStop);
    else if ('metadata' in event) {
      const { usage } = event.metadata;
      const last = {
        text: held,
        stopReason,
        isFirst,
        inputTokens: usage.inputTokens,
        outputTokens: usage.outputTokens,
      };
      const metrics = invocationMetrics(event.metadata, context.latencyMs());
      yield { ...write(last), 'amazon-bedrock-invocationMetrics': metrics };
    } else {
      const piece: string = pieceOf(event, thinking);
      thinking = 'contentBlockDelta' in event && 'reasoningContent' in event.contentBlockDelta.delta;
      if (piece === '') continue;
      const text = isCut ? held : piece;
      held = isCut ? piece : '';
      if (text === '') continue;
      outputTokens += countTokens(text.trimEnd());
      yield write({ text, stopReason: undefined, isFirst, inputTokens, outputTokens });
      isFirst = false;
    }
  }
}

function pieceOf(event: ConverseStreamEvent, thinking: boolean): string {
  if ('contentBlockStop' in event) return thinking ? afterThoughts : '';
  if (!('contentBlockDelta' in event)) return '';
  const { delta } = event.contentBlockDelta;
  if ('text' in delta) return delta.text;
  return 'reasoningContent' in delta && 'text' in delta.reasoningContent ? delta.reasoningContent.text : '';
}
