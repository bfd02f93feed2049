/**
 * Signatures of event-stream messages, each over the one before it.
 * https://docs.aws.amazon.com/transcribe/latest/dg/streaming-http2.html#streaming-http2-signature
 */
import { hmacHex, sha256Hex, utf8 } from './hash.ts';
import { formatAmzDate } from './amz-date.ts';
import { type AwsCredentials, checkCredentials, copyOf } from './credentials.ts';
import type { SignerOptions } from './options.ts';
import { dataOf } from './payload.ts';
import { ALGORITHM, scopeOf, signingKey } from './signing-key.ts';

/** A message to be encoded as `application/vnd.amazon.eventstream`: these two headers, and `body`. */
export interface SignedEvent {
  /** The date and the signature as bytes, as `encodeMessage` of `@bedrock-kit/eventstream` takes them. */
  readonly headers: {
    readonly ':date': { readonly type: 'timestamp'; readonly value: Date };
    readonly ':chunk-signature': { readonly type: 'binary'; readonly value: Uint8Array };
  };
  /** The payload that was given, often an encoded message itself; of `sign` a copy. */
  readonly body: Uint8Array;
  /** What the key signed: algorithm, date, scope, the prior signature, and the hashes of headers and payload. */
  readonly stringToSign: string;
  /** The signature in hexadecimal. */
  readonly signature: string;
}

/** Where the chain of signatures begins. */
export interface EventSignerOptions {
  /** The signature of the request that opened the stream, or of the message before, in hexadecimal. */
  readonly priorSignature: string;
  /** The credentials that signed the opening request, if the signer's own may have changed since. */
  readonly credentials?: AwsCredentials | undefined;
}

/** Signs the messages of one stream, in the order of the calls, with the same credentials from first to last. */
export interface EventSigner {
  /** Signs the next message; `date` is now by default. A stream ends with an empty payload: `sign(new Uint8Array(0))`. */
  sign(payload: Uint8Array, date?: Date): Promise<SignedEvent>;
  /** Like `sign`, but synchronous. Throws `asynchronous` when the credentials are a function. */
  signSync(payload: Uint8Array, date?: Date): SignedEvent;
}

export function createEventSigner(stream: EventSignerOptions, options: SignerOptions): EventSigner {
  const { credentials: own } = stream;
  const credentials = own ? copyOf(own) : options.credentials;
  const { clock = () => new Date() } = options;
  let prior = stream.priorSignature;
  let loaded: Promise<AwsCredentials> | undefined;

  function signWith({ secretAccessKey }: AwsCredentials, body: Uint8Array, date: Date): SignedEvent {
    const amzDate = formatAmzDate(date);
    const scope = scopeOf(amzDate, options);
    const headers = sha256Hex(encodeDateHeader(date));
    const stringToSign = `${ALGORITHM}-PAYLOAD\n${amzDate}\n${scope}\n${prior}\n${headers}\n${sha256Hex(dataOf(body))}`;
    prior = hmacHex(signingKey(secretAccessKey)(scope), stringToSign);
    return {
      headers: {
        ':date': { type: 'timestamp', value: date },
        ':chunk-signature': { type: 'binary', value: bytesOfHex(prior) },
      },
      body,
      stringToSign,
      signature: prior,
    };
  }

  async function load(): Promise<AwsCredentials> {
    try {
      return checkCredentials(typeof credentials === 'function' ? await credentials() : credentials);
    } catch (error) {
      loaded = undefined; // the next call tries again
      throw error;
    }
  }

  return {
    async sign(payload, date = clock()) {
      loaded ??= load();
      // A copy: by the time of the signature, its memory may hold the next one. Not of text, which the encoder of messages refuses.
      const body = dataOf(payload).slice() as Uint8Array;
      // All calls wait for the same promise, so they go on in the order in which they were made.
      return signWith(await loaded, body, date);
    },
    signSync: (payload, date = clock()) => signWith(checkCredentials(credentials), payload, date),
  };
}

/** The header `:date` as it is encoded in a message: length and name, type 8 (timestamp), 64 bits of milliseconds. */
function encodeDateHeader(date: Date): Uint8Array {
  const name = utf8('\x05:date\x08');
  const bytes = new Uint8Array(name.length + 8);
  bytes.set(name);
  new DataView(bytes.buffer).setBigInt64(name.length, BigInt(date.getTime()));
  return bytes;
}

function bytesOfHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
