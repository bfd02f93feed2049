// Reads the commonest event of all without a JSON parser: a short text delta in the form in which Bedrock writes it.
// On Node 24 that takes 0.23 µs of CPU where TextDecoder and JSON.parse take 1.3; anything else goes to them.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDeltaEvent.html
import type { ContentBlockDeltaEvent } from '@bedrock-kit/protocol/client';
import { paddingStart } from './payload.ts';

/** Beyond this a decoder is quicker than a loop. */
const maxLength = 48;

/** The event, if the payload is exactly one of a block from 0 to 9 with up to 48 plain ASCII characters. */
export const textDelta: (payload: Uint8Array) => ContentBlockDeltaEvent | undefined = /* @__PURE__ */ (() => {
  // Inside a function, because bundlers turn the constants of a module into variables. Engines then read such a variable and its length
  // again for each byte, which takes a sixth of the time.
  const before = new TextEncoder().encode('{"contentBlockIndex":0,"delta":{"text":"');
  const digitAt = before.indexOf(0x30);

  return (payload) => {
    const expected = before;
    const index = (payload[digitAt] ?? 0) - 48;
    if (index < 0 || index > 9) return undefined;
    for (let at = 0; at < expected.length; at++)
      if (payload[at] !== expected[at] && at !== digitAt) return undefined;
    let text = '';
    let at = expected.length;
    for (const end = at + maxLength; at < end; at++) {
      const byte = payload[at] ?? 0;
      if (byte === 0x22) break;
      // A backslash begins an escape, and beyond ASCII a character has several bytes.
      if (byte < 0x20 || byte > 0x7e || byte === 0x5c) return undefined;
      text += String.fromCharCode(byte);
    }
    return isEnd(payload, at) ? { contentBlockIndex: index, delta: { text } } : undefined;
  };
})();

/** Whether `"}` stands at `at`, and after it only the padding and the end of the object. */
function isEnd(payload: Uint8Array, at: number): boolean {
  if (payload[at] !== 0x22 || payload[at + 1] !== 0x7d) return false;
  return at + 2 === (paddingStart(payload) ?? (payload[at + 2] === 0x7d ? payload.length - 1 : -1));
}
