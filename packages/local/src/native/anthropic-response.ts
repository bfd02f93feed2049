/**
 * An answer as an Anthropic message, whole or as the events of its stream.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html;
 * ids and the name of the model: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html
 */
import type {
  Citation,
  ContentBlock,
  ConverseStreamEvent,
  Json,
  JsonObject,
  TokenUsage,
} from '@bedrock-kit/protocol';
import type { WholeAnswer } from '../answers/answer.ts';
import { citedText } from '../answers/cited-text.ts';
import { thoughtTokensOf } from '../answers/usage.ts';
import { bytesOf } from '../bytes.ts';
import { countInputTokens } from '../caching/prompt.ts';
import { compactionEdit } from '../context/compaction.ts';
import { stableId } from '../digest.ts';
import { isList, isObject, memberAt } from '../json.ts';
import { countTokens } from '../tokens.ts';
import { encodeBase64 } from '../wire/base64.ts';
import { anthropicCitation } from './anthropic-citations.ts';
import { safeguardResults } from './anthropic-safeguards.ts';
import { cacheMetrics, invocationMetrics } from './invocation-metrics.ts';
import { inputOf, iterationsOf, usageOf } from './anthropic-usage.ts';
import type { NativeContext } from './native-body.ts';

/** Room for details of a refusal. */
const endDetails = { stop_details: null };

/**
 * As Claude from 4.5 on writes it: with room for details of a refusal, a count of what it thought, and the edits of its context.
 * https://github.com/pydantic/pydantic-ai/blob/main/tests/models/anthropic/cassettes/test_carried_thinking/test_carried_thinking_accepted_on_bedrock_transport.yaml
 * https://github.com/nickhou1983/copilot2api-multiusers/blob/main/scripts/capability-request-response-guide.md, of Bedrock behind a gateway
 * The count is where Converse finds it: github.com/BerriAI/litellm, litellm/llms/bedrock/chat
 */
export function writeAnthropicMessage(answer: WholeAnswer, context: NativeContext): JsonObject {
  const message = writeEarlierMessage(answer, context);
  const thinks = answer.content.some((block) => 'reasoningContent' in block);
  const usage = {
    ...usageOf(answer.usage),
    ...thoughtsIn(thinks ? thoughtTokensOf(answer.content) : undefined, answer.additionalModelResponseFields),
    ...iterationsOf(answer.usage, context),
  };
  const calls = answer.content.flatMap((block) => ('toolUse' in block ? [block.toolUse.toolUseId] : []));
  return {
    ...message,
    content: [...summaryOf(context), ...message.content],
    ...endDetails,
    ...safeguardResults(context.body, calls),
    usage,
  };
}

/** How much was thought, where anything was. What a handler answers tells nothing of thoughts that it does not show. */
function thoughtsIn(tokens: number | undefined, fields: Json | undefined): JsonObject {
  if (tokens === undefined) return {};
  const counted = memberAt(fields, ['usage', 'output_tokens_details']);
  return { output_tokens_details: counted ?? { thinking_tokens: tokens } };
}

function summaryOf({ compaction }: NativeContext): Json[] {
  return compaction === undefined ? [] : [compaction.block];
}

/** What was done to the conversation, where the body speaks of that. */
function editsOf(fields: Json | undefined, { body, compaction }: NativeContext): JsonObject {
  if (!isObject(body['context_management'])) return {};
  const cleared = memberAt(fields, ['context_management', 'applied_edits']);
  const summed = compaction === undefined ? [] : [{ type: compactionEdit }];
  return { context_management: { applied_edits: [...(isList(cleared) ? cleared : []), ...summed] } };
}

/** As earlier ones write it. */
export function writeEarlierMessage(
  answer: WholeAnswer,
  context: NativeContext,
): JsonObject & { readonly content: readonly Json[] } {
  return {
    ...messageOpening(context),
    content: answer.content.flatMap(contentOf),
    stop_reason: stopReasonOf(answer.stopReason),
    stop_sequence: stopSequenceOf(answer.additionalModelResponseFields),
    ...editsOf(answer.additionalModelResponseFields, context),
    usage: usageOf(answer.usage),
  };
}

/** The members that a message begins with. The model has Anthropic's name for it, such as `claude-3-haiku-20240307`. */
export function messageOpening({ baseModelId, request }: NativeContext): JsonObject {
  const id = stableId(JSON.stringify(request.messages ?? []), 24);
  const model = baseModelId.replace(/^anthropic\./, '').replace(/(?<=\d)-v\d.*$/, '');
  return { id: `msg_bdrk_${id}`, type: 'message', role: 'assistant', model };
}

function contentOf(block: ContentBlock): Json[] {
  if ('text' in block) return [{ type: 'text', text: block.text }];
  if ('toolUse' in block) {
    const { toolUseId, name, input } = block.toolUse;
    return [{ type: 'tool_use', id: toolUseId, name, input }];
  }
  if ('citationsContent' in block) {
    const { citations = [] } = block.citationsContent;
    const text = citedText(block.citationsContent);
    return [{ type: 'text', text, citations: citations.map(anthropicCitation) }];
  }
  if (!('reasoningContent' in block)) return [];
  const reasoning = block.reasoningContent;
  if ('redactedContent' in reasoning) {
    return [{ type: 'redacted_thinking', data: encodeBase64(bytesOf(reasoning.redactedContent)) }];
  }
  const { text: thinking, signature = '' } = reasoning.reasoningText;
  return [{ type: 'thinking', thinking, signature }];
}

/** The stop reasons are Converse's own, except for two that only Converse has. */
function stopReasonOf(reason: string): string {
  if (reason === 'content_filtered') return 'refusal';
  return reason === 'guardrail_intervened' ? 'end_turn' : reason;
}

function stopSequenceOf(fields: Json | undefined): Json {
  return isObject(fields) ? (fields['stop_sequence'] ?? null) : null;
}

/** What the last events of a stream tell. */
interface StreamEnd {
  readonly details: JsonObject;
  usage(usage: TokenUsage, thoughts: JsonObject): JsonObject;
}

/**
 * As Claude from 4.5 on is streamed: its last events tell what went in, too, and what was thought.
 * https://github.com/nickhou1983/copilot2api-multiusers/blob/main/scripts/capability-request-response-guide.md
 * github.com/anthropics/anthropic-sdk-typescript, MessageDeltaUsage
 */
export function streamAnthropicMessage(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  return messageEvents(events, context, {
    details: endDetails,
    usage: (usage, thoughts) => ({ ...inputOf(usage), output_tokens: usage.outputTokens, ...thoughts }),
  });
}

/**
 * As earlier ones are.
 * https://github.com/DataDog/dd-trace-js/blob/master/packages/dd-trace/test/llmobs/cassettes/bedrock-runtime/bedrock-runtime_model_us.anthropic.claude-sonnet-4-20250514-v1_0_invoke-with-response-stream_post_4b5b3e7d.json
 */
export function streamEarlierMessage(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
): AsyncGenerator<Json> {
  return messageEvents(events, context, {
    details: {},
    usage: ({ outputTokens }) => ({ output_tokens: outputTokens }),
  });
}

/** The metrics speak of the cache where it was used. */
function metricsOf(answer: Pick<WholeAnswer, 'usage'>, latencyMs: number): JsonObject {
  const { cacheReadInputTokens = 0, cacheWriteInputTokens = 0 } = answer.usage;
  const cached = cacheReadInputTokens + cacheWriteInputTokens > 0;
  return cached ? cacheMetrics(answer, latencyMs) : invocationMetrics(answer, latencyMs);
}

/** From Converse's events to Anthropic's, which also open a text and close with their own metrics. */
async function* messageEvents(
  events: AsyncIterable<ConverseStreamEvent>,
  context: NativeContext,
  end: StreamEnd,
): AsyncGenerator<Json> {
  // The first event tells what went in, and the one token that is on its way.
  const { compaction } = context;
  const inputTokens = await countInputTokens(compaction?.rest ?? context.request);
  const known = context.whole?.usage ?? { inputTokens, outputTokens: 1, totalTokens: inputTokens + 1 };
  const usage = usageOf({ ...known, outputTokens: 1 });
  const open = new Set<number>();
  const calls: string[] = [];
  let thoughts: number | undefined;
  let stop: { reason: string; sequence: Json } = { reason: 'end_turn', sequence: null };
  let fields: Json | undefined;
  // A summary stands in front of all other blocks.
  const from = compaction === undefined ? 0 : 1;
  for await (const event of events) {
    if ('messageStart' in event) {
      const message = {
        ...messageOpening(context),
        content: [],
        stop_reason: null,
        stop_sequence: null,
        ...end.details,
        usage,
      };
      yield { type: 'message_start', message };
      if (compaction !== undefined) yield* summaryEvents(compaction.block);
    } else if ('contentBlockStart' in event) {
      const { contentBlockIndex, start } = event.contentBlockStart;
      const index = contentBlockIndex + from;
      if (!('toolUse' in start)) continue;
      open.add(index);
      const { toolUseId: id, name } = start.toolUse;
      calls.push(id);
      yield { type: 'content_block_start', index, content_block: { type: 'tool_use', id, name, input: {} } };
      yield { type: 'content_block_delta', index, delta: { type: 'input_json_delta', partial_json: '' } };
    } else if ('contentBlockDelta' in event) {
      const { contentBlockIndex, delta } = event.contentBlockDelta;
      const index = contentBlockIndex + from;
      const [block, change] = deltaOf(delta);
      if ('reasoningContent' in delta) thoughts = (thoughts ?? 0) + thoughtTokensIn(delta.reasoningContent);
      if (!open.has(index) && block !== undefined) {
        yield { type: 'content_block_start', index, content_block: block };
        open.add(index);
      }
      if (change !== undefined && open.has(index))
        yield { type: 'content_block_delta', index, delta: change };
    } else if ('contentBlockStop' in event) {
      yield { type: 'content_block_stop', index: event.contentBlockStop.contentBlockIndex + from };
    } else if ('messageStop' in event) {
      fields = event.messageStop.additionalModelResponseFields;
      stop = { reason: stopReasonOf(event.messageStop.stopReason), sequence: stopSequenceOf(fields) };
    } else if ('metadata' in event) {
      const delta = {
        stop_reason: stop.reason,
        stop_sequence: stop.sequence,
        ...end.details,
        ...safeguardResults(context.body, calls),
      };
      const told = end.usage(event.metadata.usage, thoughtsIn(thoughts, fields));
      const usage = { ...told, ...iterationsOf(event.metadata.usage, context) };
      yield { type: 'message_delta', delta, usage, ...editsOf(fields, context) };
      const metrics = metricsOf(event.metadata, context.latencyMs());
      yield { type: 'message_stop', 'amazon-bedrock-invocationMetrics': metrics };
    }
  }
}

/** Its words come in one piece, and where it was asked for at once, with its start: github.com/vercel/ai, packages/anthropic/src/anthropic-language-model.ts */
function* summaryEvents(block: JsonObject): Generator<Json> {
  const { type = null, ...words } = block;
  const isWhole = words['signature'] !== undefined;
  const empty = Object.fromEntries(Object.keys(words).map((name) => [name, null]));
  yield { type: 'content_block_start', index: 0, content_block: isWhole ? block : { type, ...empty } };
  if (!isWhole)
    yield { type: 'content_block_delta', index: 0, delta: { type: 'compaction_delta', ...words } };
  yield { type: 'content_block_stop', index: 0 };
}

type Delta = Extract<ConverseStreamEvent, { contentBlockDelta: unknown }>['contentBlockDelta']['delta'];

function thoughtTokensIn(part: Extract<Delta, { reasoningContent: unknown }>['reasoningContent']): number {
  if ('redactedContent' in part) return thoughtTokensOf([{ reasoningContent: part }]);
  // White space counts with the word behind it.
  return 'text' in part ? countTokens(part.text.trimEnd()) : 0;
}

/** The block that a delta opens when it is the first, and the change that it brings. */
function deltaOf(delta: Delta): [block: Json | undefined, change: Json | undefined] {
  if ('text' in delta)
    return [
      { type: 'text', text: '' },
      { type: 'text_delta', text: delta.text },
    ];
  if ('citation' in delta)
    return [
      { type: 'text', text: '', citations: [] },
      // A delta has the members of a citation.
      { type: 'citations_delta', citation: anthropicCitation(delta.citation as Citation) },
    ];
  if ('toolUse' in delta) return [undefined, { type: 'input_json_delta', partial_json: delta.toolUse.input }];
  if (!('reasoningContent' in delta)) return [undefined, undefined];
  const block = { type: 'thinking', thinking: '', signature: '' };
  const part = delta.reasoningContent;
  if ('text' in part) return [block, { type: 'thinking_delta', thinking: part.text }];
  if ('signature' in part) return [block, { type: 'signature_delta', signature: part.signature }];
  // Thoughts that cannot be read come whole with the start of their block.
  return [{ type: 'redacted_thinking', data: encodeBase64(bytesOf(part.redactedContent)) }, undefined];
}
