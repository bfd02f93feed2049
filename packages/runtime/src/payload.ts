// The JSON of an event's payload, without the padding by which Bedrock hides the length of what a model says.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html

// One for all: making it takes 7 µs of the time to a first token, and it keeps nothing from one call to the next.
const utf8 = /* @__PURE__ */ new TextDecoder();

/** Reads JSON in UTF-8. @throws SyntaxError if it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(utf8.decode(bytes));
}

const quote = 0x22;
const brace = 0x7d;
/** `,"p":"` */
const padding = [0x2c, quote, 0x70, quote, 0x3a, quote];

/**
 * Reads the payload of one event. The last member `p`, a run of letters and digits of random length, is taken off
 * before the JSON is parsed: that is quicker than to parse it, and the event then has the members of its type alone.
 */
export function parsePayload(payload: Uint8Array): unknown {
  const end = paddingStart(payload);
  if (end === undefined) return parseJson(payload);
  return JSON.parse(`${utf8.decode(payload.subarray(0, end))}}`);
}

/** Where the padding begins. A quote inside a string has a backslash before it, so this text cannot be part of one. */
export function paddingStart(payload: Uint8Array): number | undefined {
  let at = payload.length - 1;
  if (payload[at] !== brace || payload[--at] !== quote) return undefined;
  while (isAlphanumeric(payload[at - 1])) at -= 1;
  const start = at - padding.length;
  return start > 0 && padding.every((byte, index) => payload[start + index] === byte) ? start : undefined;
}

function isAlphanumeric(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return (byte > 0x2f && byte < 0x3a) || ((byte | 0x20) > 0x60 && (byte | 0x20) < 0x7b);
}
