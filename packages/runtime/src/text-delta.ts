// Reads the commonest event of all without a JSON parser: a short text delta in the form in which Bedrock writes it.
// With its decoding that takes 0.34 µs of CPU on Node 22 and 0.18 on Node 24, where JSON.parse makes it 0.96 and 0.54.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDeltaEvent.html
import type { ContentBlockDeltaEvent } from '@bedrock-kit/protocol/client';

/** Of a block from 0 to 9: up to 48 ASCII characters without quote and backslash, then the padding if there is one. */
const short = /^{"contentBlockIndex":(\d),"delta":{"text":"([ !#-[\]-~]{0,48})"}(?:,"p":"[a-zA-Z\d]*")?}$/;

/** The event, if the payload is exactly one of that form. */
export function textDelta(payload: string): ContentBlockDeltaEvent | undefined {
  const [, index, text] = short.exec(payload) ?? [];
  return text === undefined ? undefined : { contentBlockIndex: Number(index), delta: { text } };
}
