// What Bedrock says about an answer, for `providerMetadata.bedrock`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, stringOf, type UnknownRecord, withoutUndefined } from '../record.ts';

/** Members that are passed on as they came. */
const PASSED_ON = ['trace', 'metrics', 'performanceConfig', 'serviceTier'] as const;

export interface AnswerMetadata {
  /** The response body, or the members of a stream's `messageStop` and `metadata` events together. */
  readonly received: UnknownRecord;
  readonly requestId?: string | undefined;
  readonly structuredByTool: boolean;
}

export function metadataOf({
  received,
  requestId,
  structuredByTool,
}: AnswerMetadata): JSONObject | undefined {
  const fields = received['additionalModelResponseFields'];
  const metadata: UnknownRecord = {
    ...Object.fromEntries(PASSED_ON.map((name) => [name, present(received[name])])),
    usage: cacheUsage(received['usage']),
    stopSequence: stopSequenceOf(fields),
    additionalModelResponseFields: toldOf(fields),
    requestId,
    isJsonResponseFromTool: structuredByTool || undefined,
  };
  // Every member came out of JSON.parse or is written above as JSON.
  return withoutUndefined(metadata) as JSONObject | undefined;
}

function present(value: unknown): unknown {
  return value === null ? undefined : value;
}

/** Without a stop sequence that is null: it is asked for in every call, and mostly none was met. */
function toldOf(fields: unknown): unknown {
  if (!isRecord(fields)) return present(fields);
  const { delta } = fields;
  const empty = isRecord(delta) && delta['stop_sequence'] === null && Object.keys(delta).length === 1;
  return withoutUndefined({
    ...fields,
    ...('stop_sequence' in fields && { stop_sequence: present(fields['stop_sequence']) }),
    ...(empty && { delta: undefined }),
  });
}

/** The cache counts with their split by time to live; the rest of the usage stands in the AI SDK's own. */
function cacheUsage(usage: unknown): UnknownRecord | undefined {
  if (!isRecord(usage)) return undefined;
  return withoutUndefined({
    cacheReadInputTokens: present(usage['cacheReadInputTokens']),
    cacheWriteInputTokens: present(usage['cacheWriteInputTokens']),
    cacheDetails: present(usage['cacheDetails']),
  });
}

/** Claude reports it under `/stop_sequence` in a whole answer and under `/delta/stop_sequence` in a streamed one. */
function stopSequenceOf(fields: unknown): string | undefined {
  if (!isRecord(fields)) return undefined;
  const delta = fields['delta'];
  return (
    stringOf(fields['stop_sequence']) ?? (isRecord(delta) ? stringOf(delta['stop_sequence']) : undefined)
  );
}
