// What is decoded where event streams are measured: events of Bedrock, conversations of them, and a message far longer than a chunk.
import { encodeMessage } from '@bedrock-kit/eventstream';

/** Bedrock pads its events by a member `p`, of a length that changes. */
export const padding = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

// Messages as ConverseStream sends them: text deltas of some words, padded to a random length by the member "p".
export function conversation(count) {
  const words = ['the', ' stream', ' of', ' é', ' messages', ' is', ' read', '.\n', ' "quoted"', ' linear'];
  // Park and Miller's generator: the same messages in every run.
  let state = 1;
  const random = (bound) => (state = (state * 48_271) % 2_147_483_647) % bound;
  return Array.from({ length: count }, (_, index) => {
    const p = padding.slice(0, random(padding.length));
    if (index === 0) return event('messageStart', { p, role: 'assistant' });
    if (index === count - 3) return event('contentBlockStop', { contentBlockIndex: 0, p });
    if (index === count - 2) return event('messageStop', { p, stopReason: 'end_turn' });
    if (index === count - 1)
      return event('metadata', {
        metrics: { latencyMs: 900 },
        p,
        usage: { inputTokens: 9, outputTokens: 9 },
      });
    return event('contentBlockDelta', {
      contentBlockIndex: 0,
      delta: { text: words[random(words.length)] },
      p,
    });
  });
}

/** An event as a message. */
export function event(name, payload) {
  return Buffer.from(encodeMessage({ headers: headersOf(name), body: Buffer.from(JSON.stringify(payload)) }));
}

export function longMessage(bodyBytes) {
  return encodeMessage({
    headers: headersOf('contentBlockDelta'),
    body: new Uint8Array(bodyBytes).fill(0x61),
  });
}

export function headersOf(name) {
  return {
    ':event-type': { type: 'string', value: name },
    ':content-type': { type: 'string', value: 'application/json' },
    ':message-type': { type: 'string', value: 'event' },
  };
}

export function cut(bytes, size) {
  const chunks = [];
  for (let at = 0; at < bytes.length; at += size)
    chunks.push(new Uint8Array(bytes.buffer, bytes.byteOffset + at, Math.min(size, bytes.length - at)));
  return chunks;
}
