// Messages as services send them, and messages that no encoder here would write.
import { crc32 } from 'node:zlib';
import { encodeMessage, type MessageHeaderValue } from '../src/index.ts';

/** Headers that are strings. */
export function strings(headers: Record<string, string>): Record<string, MessageHeaderValue> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { type: 'string', value }]),
  );
}

/** An event with a JSON payload. */
export function event(name: string, payload: unknown): Uint8Array {
  const headers = { ':event-type': name, ':content-type': 'application/json', ':message-type': 'event' };
  return encodeMessage({ headers: strings(headers), body: utf8(JSON.stringify(payload)) });
}

/** A short answer of Bedrock's ConverseStream: all of its kinds of event, and text that is not ASCII. */
export const conversation: readonly Uint8Array[] = [
  event('messageStart', { role: 'assistant' }),
  event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Grüße, 世界 😀' }, p: 'abc' }),
  event('contentBlockStop', { contentBlockIndex: 0 }),
  encodeMessage({}),
  event('messageStop', { stopReason: 'end_turn' }),
  event('metadata', { usage: { inputTokens: 5, outputTokens: 7 } }),
];

/** Two messages, and behind them what is none. */
export const damaged: Uint8Array = concat(...conversation.slice(0, 2), new Uint8Array(12).fill(7));

/** A message with correct checksums around any header block and any stated lengths. */
export function forged(
  headers: Uint8Array,
  body: Uint8Array = new Uint8Array(),
  stated: { length?: number; headersLength?: number } = {},
): Uint8Array {
  const bytes = Buffer.alloc(16 + headers.length + body.length);
  bytes.writeUInt32BE(stated.length ?? bytes.length, 0);
  bytes.writeUInt32BE(stated.headersLength ?? headers.length, 4);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8);
  bytes.set(headers, 12);
  bytes.set(body, 12 + headers.length);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
  return new Uint8Array(bytes);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A stream that yields one chunk each time it is asked. */
export function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[at++];
        if (chunk === undefined) controller.close();
        else controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Cuts bytes into chunks of one size. */
export function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return chunks;
}
