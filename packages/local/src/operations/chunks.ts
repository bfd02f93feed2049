/**
 * The chunks of a stream in a model's own JSON, and the events that carry them.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html
 */
import { isBytes, type Json, type PayloadPart, type TokenUsage } from '@bedrock-kit/protocol';
import { bytesOf } from '../bytes.ts';
import { isObject } from '../json.ts';
import { errorOf } from '../own-models/exception-event.ts';
import type { NativeAnswer, NativeChunk } from '../own-models/handler.ts';
import { invalidAnswer } from '../own-models/invalid-answer.ts';
import { wrongChunk } from '../own-models/native-form.ts';
import { isException } from '../own-models/part-kinds.ts';
import type { StreamItem } from '../service/stream-body.ts';
import { encodeBase64 } from '../wire/base64.ts';
import { bodyBytes } from './operation.ts';

/**
 * The chunks of a stream; a whole body is one chunk.
 *
 * @throws {LocalBedrockError} `invalid-answer` for a chunk that JSON has no place for
 */
export async function* nativeChunks(
  answer: NativeAnswer,
  { modelId }: { readonly modelId: string },
): AsyncGenerator<Json | Uint8Array> {
  if (!('chunks' in answer)) {
    yield answer.body;
    return;
  }
  for await (const chunk of answer.chunks) {
    const wrong = wrongChunk(chunk);
    if (wrong !== undefined) throw invalidAnswer(modelId, `The handler of ${modelId} yielded ${wrong}.`);
    yield said(chunk);
  }
}

/**
 * What a chunk says. It may be an event, as mocks of AWS's client yield it: `{ chunk: { bytes } }`, or an exception.
 *
 * @throws {ServiceError} the exception
 */
function said(chunk: NativeChunk): Json | Uint8Array {
  if (typeof chunk !== 'object' || chunk === null || isBytes(chunk)) return chunk;
  if (isException(chunk)) throw errorOf(chunk);
  const { bytes } = ('chunk' in chunk && isObject(chunk.chunk) ? chunk.chunk : {}) as PayloadPart;
  // What is no event is JSON.
  return bytes === undefined ? (chunk as Json) : bytesOf(bytes);
}

/** The events that carry the chunks. */
export async function* chunksOf(
  chunks: AsyncIterable<Json | Uint8Array> | Iterable<Json>,
): AsyncGenerator<StreamItem> {
  for await (const chunk of chunks) {
    const bytes = encodeBase64(bodyBytes(chunk));
    yield { name: 'chunk', payload: { bytes }, usage: usageIn(chunk) };
  }
}

/** The counts in the metrics of the last chunk, for the log. */
function usageIn(chunk: Json | Uint8Array): TokenUsage | undefined {
  if (typeof chunk !== 'object' || chunk === null || !('amazon-bedrock-invocationMetrics' in chunk))
    return undefined;
  const metrics = chunk['amazon-bedrock-invocationMetrics'] as Readonly<
    Record<`${'input' | 'output'}TokenCount`, number>
  > &
    Readonly<Partial<Record<`cache${'Read' | 'Write'}InputTokenCount`, number>>>;
  const { inputTokenCount: inputTokens, outputTokenCount: outputTokens } = metrics;
  const { cacheReadInputTokenCount: read, cacheWriteInputTokenCount: written } = metrics;
  return {
    inputTokens,
    outputTokens,
    totalTokens: inputTokens + outputTokens + (read ?? 0) + (written ?? 0),
    ...(read !== undefined && { cacheReadInputTokens: read }),
    ...(written !== undefined && { cacheWriteInputTokens: written }),
  };
}
