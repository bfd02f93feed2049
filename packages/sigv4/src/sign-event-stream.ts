/** A whole event stream, message by message, each signed over the one before, and the signed end. */
import type { EventSigner, SignedEvent } from './event-signer.ts';

/**
 * Signs the payloads of a stream as they come, and after the last one the empty message that ends it. Encode each result as one
 * message of `application/vnd.amazon.eventstream`: `encodeMessage` of `@bedrock-kit/eventstream` takes it as it is.
 */
export async function* signEventStream(
  payloads: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signer: EventSigner,
): AsyncGenerator<SignedEvent, void, undefined> {
  // An empty one in between would be the end.
  for await (const payload of payloads) if (payload.length !== 0) yield signer.sign(payload);
  yield signer.sign(new Uint8Array(0));
}
