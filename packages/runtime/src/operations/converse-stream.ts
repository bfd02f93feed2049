// ConverseStream: an answer of a model as it is made.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
import {
  converseRequestBlobs,
  converseStreamBlobs,
  type ConverseStreamEvent,
  type ConverseStreamRequest,
  type DeepReadonly,
} from '@bedrock-kit/protocol/client';
import { lifted, mapBlobs } from '../blobs.ts';
import type { CallOptions, Client } from '../client.ts';
import type { EventFormat } from '../event-reader.ts';
import { parsePayload } from '../payload.ts';
import { sendForEvents } from '../stream-operation.ts';
import type { StreamResult } from '../stream-result.ts';
import { textDelta } from '../text-delta.ts';
import { modelCall } from './model-call.ts';

/**
 * Sends a conversation and resolves when the answer begins. An event is an object with one member, named as AWS names
 * the event; one that is newer than this package comes as it is, as bytes if it holds no JSON. Bytes in JSON are `{ base64 }`.
 *
 * @throws BedrockError, or what the client's `wrapError` makes of it: from this call until the answer begins, then from
 *   the stream. A stream that ends without `messageStop` throws `TruncatedStream`.
 */
export function converseStream(
  client: Client,
  request: DeepReadonly<ConverseStreamRequest>,
  options?: CallOptions,
): Promise<StreamResult<ConverseStreamEvent>> {
  return sendForEvents(
    client,
    () => modelCall(request, 'converse-stream', converseRequestBlobs),
    format,
    options,
  );
}

const format: EventFormat<ConverseStreamEvent> = {
  read(name, payload) {
    const delta = name === 'contentBlockDelta' && textDelta(payload);
    if (delta) return { contentBlockDelta: delta };
    const event = { [name]: contentOf(name, payload) };
    // What AWS documents for the name. It is not checked, so that nothing new breaks a stream.
    return mapBlobs(event, converseStreamBlobs, lifted) as ConverseStreamEvent;
  },
  closedBy: 'messageStop',
};

/** Events that are read. */
const known = /^(message(Start|Stop)|contentBlock(Start|Delta|Stop)|metadata)$/;

/** An event of another name may hold anything, also nothing. AWS's own client does not look into it. */
function contentOf(name: string, payload: Uint8Array): unknown {
  try {
    return parsePayload(payload);
  } catch (error) {
    if (known.test(name)) throw error;
    return payload;
  }
}
