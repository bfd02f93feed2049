/**
 * The events of a bidirectional stream as they arrive, each with its signature checked against the one before.
 *
 * https://docs.aws.amazon.com/transcribe/latest/dg/streaming-http2.html#streaming-http2-signature describes the chain;
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithBidirectionalStream.html the events.
 */
import {
  decodeMessage,
  decodeStream,
  EventStreamError,
  type Message,
  readEvent,
} from '@bedrock-kit/eventstream';
import type { Json } from '@bedrock-kit/protocol';
import { createSigner, type EventSigner } from '@bedrock-kit/sigv4';
import type { Identity } from '../authentication/identity.ts';
import { hex } from '../digest.ts';
import { ServiceError, validationError } from '../service-error.ts';
import { decodeBase64 } from '../wire/base64.ts';

/** The service model's bound on the decoded bytes of one chunk. */
const largestChunk = 1_000_000;

/**
 * The JSON of each chunk. Ends with the signed empty message that ends a stream, or with the stream itself.
 *
 * @throws {ServiceError} `InvalidSignatureException` for a break in the chain, `ValidationException` for what is no chunk
 */
export async function* incomingEvents(
  body: ReadableStream<Uint8Array>,
  identity: Identity,
): AsyncGenerator<Json> {
  const chain = identity.kind === 'sigv4' ? chainOf(identity) : undefined;
  try {
    for await (const message of decodeStream(body)) {
      const signature = message.headers[':chunk-signature'];
      if (signature === undefined && chain === undefined) {
        yield chunkOf(message);
        continue;
      }
      if (chain !== undefined) checkSignature(message, chain);
      // An empty payload says goodbye.
      if (message.body.length === 0) return;
      yield chunkOf(decodeMessage(message.body));
    }
  } catch (error) {
    if (!EventStreamError.isInstance(error)) throw error;
    throw validationError(`The stream cannot be read: ${error.message}`);
  }
}

type Signed = Extract<Identity, { kind: 'sigv4' }>;

function chainOf({ accessKeyId, secretAccessKey, region, service, signature }: Signed): EventSigner {
  const signer = createSigner({ service, region, credentials: { accessKeyId, secretAccessKey } });
  return signer.eventSigner({ priorSignature: signature });
}

function checkSignature({ headers, body }: Message, chain: EventSigner): void {
  const date = headers[':date'];
  const given = headers[':chunk-signature'];
  if (date?.type !== 'timestamp' || given?.type !== 'binary') {
    throw badSignature('An event lacks its :date or its :chunk-signature header.');
  }
  const { signature } = chain.signSync(body, date.value);
  if (hex(given.value) !== signature)
    throw badSignature('The signature of an event does not follow from the one before it.');
}

function badSignature(hint: string): ServiceError {
  return new ServiceError(
    'InvalidSignatureException',
    'The request signature we calculated does not match the signature you provided.',
    { hint },
  );
}

function chunkOf(message: Message): Json {
  const event = readEvent(message);
  if (event.type !== 'event' || event.name !== 'chunk')
    throw validationError('An input event must be of the type chunk.');
  const payload = parse(event.payload, 'The payload of a chunk');
  const text =
    typeof payload === 'object' && payload !== null && 'bytes' in payload ? payload['bytes'] : undefined;
  const bytes = typeof text === 'string' ? decodeBase64(text) : undefined;
  if (bytes === undefined) throw validationError('A chunk must hold its bytes in base64.');
  if (bytes.length > largestChunk) throw validationError(`A chunk may hold ${largestChunk} bytes at most.`);
  return parse(bytes, 'The bytes of a chunk');
}

function parse(bytes: Uint8Array, what: string): Json {
  try {
    // JSON.parse gives JSON.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
  } catch {
    throw validationError(`${what} must be JSON in UTF-8.`);
  }
}
