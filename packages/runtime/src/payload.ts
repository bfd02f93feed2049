// The JSON of an event's payload, without the padding by which Bedrock hides the length of what a model says.
// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html

/** A quote inside a string has a backslash before it, so this text cannot be part of one. */
const padding = /,"p":"[a-zA-Z\d]*"}$/;

/** Reads the payload of one event without its padding: the last member `p`, letters and digits of random length. */
export function parsePayload(payload: string): unknown {
  return JSON.parse(payload.replace(padding, '}'));
}
