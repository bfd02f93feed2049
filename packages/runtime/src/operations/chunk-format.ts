// The events of the InvokeModel streams: the model's own JSON, in base64, in the one event that the protocol has.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html
import { fromBase64 } from '#base64';
import type { Json } from '@bedrock-kit/protocol/client';
import type { EventFormat } from '../event-reader.ts';
import { parseJson, parsePayload } from '../payload.ts';

/** The JSON in a chunk, decoded once. */
export const chunkFormat: EventFormat<Json> = {
  read(name, payload) {
    if (name !== 'chunk') return undefined;
    const { bytes } = parsePayload(payload) as { bytes?: string };
    // A gateway may send a chunk with nothing in it to keep the connection alive.
    return bytes ? (parseJson(fromBase64(bytes)) as Json) : undefined;
  },
};
