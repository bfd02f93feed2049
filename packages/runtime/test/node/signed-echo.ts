// An answer that repeats what it is sent, for as long as each message is signed over the one before.
import { decodeMessage, EventStreamDecoder } from '@bedrock-kit/eventstream';
import { createSigner } from '@bedrock-kit/sigv4';
import { expect } from 'vitest';
import { type Answer, begin, chunk, credentials, jsonIn, region } from './http2-far-side.ts';

/** Answers each event with itself, having checked its signature against the one before it; `end` at the signed end. */
export const echo: Answer = async (stream, headers) => {
  const [, prior] = /Signature=([0-9a-f]+)$/.exec(headers.authorization ?? '') ?? [];
  const signer = createSigner({ service: 'bedrock', region, credentials }).eventSigner({
    priorSignature: prior ?? '',
  });
  const decoder = new EventStreamDecoder();
  begin(stream);
  for await (const bytes of stream as AsyncIterable<Buffer>)
    for (const message of decoder.push(bytes)) {
      const { ':date': date, ':chunk-signature': signature } = message.headers;
      if (date?.type !== 'timestamp' || signature?.type !== 'binary') throw new Error('Not signed.');
      expect(Buffer.from(signature.value).toString('hex')).toBe(
        signer.signSync(message.body, date.value).signature,
      );
      stream.write(message.body.length === 0 ? chunk('end') : chunk(jsonIn(decodeMessage(message.body))));
    }
  decoder.end();
  stream.end();
};
