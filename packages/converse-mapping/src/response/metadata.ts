// What Bedrock says about an answer, for `providerMetadata.bedrock`.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html

import type { JSONObject } from '@ai-sdk/provider';
import { isRecord, picked, recordOf, stringOf, type UnknownRecord, withoutUndefined } from '../record.ts';

/** @param received the response body, or the members of a stream's `messageStop` and `metadata` events together. */
export function metadataOf(
  received: UnknownRecord,
  requestId: string | undefined,
  structuredByTool: boolean,
): JSONObject | undefined {
  const { usage, additionalModelResponseFields: fields } = received;
  const { stop_sequence: whole, delta } = recordOf(fields);
  // Every member came out of JSON.parse or is written here as JSON.
  return withoutUndefined({
    ...picked(received, 'trace', 'metrics', 'performanceConfig', 'serviceTier'),
    // The cache counts with their split by time to live; the rest of the usage stands in the AI SDK's own.
    usage: picked(recordOf(usage), 'cacheReadInputTokens', 'cacheWriteInputTokens', 'cacheDetails'),
    // Claude reports it under `/stop_sequence` in a whole answer and under `/delta/stop_sequence` in a streamed one.
    stopSequence: stringOf(whole) ?? stringOf(recordOf(delta)['stop_sequence']),
    // A stop sequence of null is left out: every call asks for it, and mostly none was met.
    additionalModelResponseFields: isRecord(fields)
      ? withoutUndefined({
          ...fields,
          stop_sequence: whole ?? undefined,
          delta: JSON.stringify(delta) === '{"stop_sequence":null}' ? undefined : delta,
        })
      : (fields ?? undefined),
    requestId,
    isJsonResponseFromTool: structuredByTool || undefined,
  }) as JSONObject | undefined;
}
