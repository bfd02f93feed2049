// The chain of signatures of a bidirectional stream: kept, and broken at every link.
import { encodeMessage } from '@bedrock-kit/eventstream';
import { createSigner } from '@bedrock-kit/sigv4';
import { describe, expect, it } from 'vitest';
import { createLocalBedrock, defaultCredentials } from '../../src/index.ts';
import { eventFrame } from '../../src/wire/event-frames.ts';
import { messagesOf, readable, urlOf } from '../in-process.ts';

const url = urlOf('invoke-with-bidirectional-stream', 'amazon.nova-2-sonic-v1:0');
const events = [
  { sessionStart: {} },
  { promptStart: { promptName: 'p' } },
  { contentStart: { promptName: 'p', contentName: 'c', type: 'TEXT', role: 'USER' } },
  { textInput: { promptName: 'p', contentName: 'c', content: 'echo hi' } },
  { contentEnd: { promptName: 'p', contentName: 'c' } },
];

interface Stream {
  readonly headers: Record<string, string>;
  /** Signed messages, the empty one at the end. */
  readonly messages: Uint8Array[];
}

function signedStream(inputs: readonly object[] = events): Promise<Stream> {
  return signedFrames(inputs.map((event) => eventFrame('chunk', { bytes: btoa(JSON.stringify({ event })) })));
}

async function signedFrames(frames: readonly Uint8Array[]): Promise<Stream> {
  const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials: defaultCredentials });
  const headers = {
    'content-type': 'application/vnd.amazon.eventstream',
    'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-EVENTS',
  };
  const signed = await signer.sign({ method: 'POST', url, headers });
  const chain = signer.eventSigner({ priorSignature: signed.signature });
  const inner = [...frames, new Uint8Array(0)];
  return { headers: signed.headers, messages: inner.map((frame) => encodeMessage(chain.signSync(frame))) };
}

/** Rightly signed, but after another message. */
function foreignMessage(): Uint8Array {
  const signer = createSigner({ service: 'bedrock', region: 'us-east-1', credentials: defaultCredentials });
  const chain = signer.eventSigner({ priorSignature: '0'.repeat(64) });
  return encodeMessage(chain.signSync(eventFrame('chunk', { bytes: btoa('{"event":{"sessionStart":{}}}') })));
}

async function answers({ headers, messages }: Stream): Promise<string[]> {
  const body = Buffer.concat(messages);
  const response = await createLocalBedrock().fetch(url, { method: 'POST', headers, body });
  expect(response.status).toBe(200);
  return (await messagesOf(response)).map(readable).map(({ headers: own, payload }) => {
    if (own[':event-type'] !== 'chunk') return String(own[':exception-type'] ?? own[':error-code']);
    const { event } = JSON.parse(atob((payload as { bytes: string }).bytes)) as { event: object };
    return Object.keys(event)[0] ?? '';
  });
}

describe('a bidirectional stream', () => {
  it('whose chain of signatures holds is answered', async () => {
    const names = await answers(await signedStream());
    expect(names).toEqual([
      'usageEvent',
      'completionStart',
      ...['contentStart', 'textOutput', 'contentEnd'],
      ...['contentStart', 'textOutput', 'contentEnd'],
      ...['contentStart', 'contentEnd'],
      ...['contentStart', 'textOutput', 'contentEnd'],
      'completionEnd',
    ]);
  });

  it('is refused at the link that is changed, left out, repeated or exchanged', async () => {
    const { headers, messages } = await signedStream();
    for (let place = 0; place < messages.length; place += 1) {
      const other = foreignMessage();
      const before = messages.slice(0, place);
      const after = messages.slice(place + 1);
      const own = messages.slice(place, place + 1);
      const broken = [
        [...before, other, ...after],
        [...before, other, ...own, ...after],
        ...(after.length > 0
          ? [
              [...before, ...after],
              [...before, ...own, ...own, ...after],
            ]
          : []),
      ];
      for (const sent of broken) {
        expect(await answers({ headers, messages: sent })).toContain('InvalidSignatureException');
      }
    }
  });

  it('is refused when its messages are not signed', async () => {
    const { headers } = await signedStream();
    const plain = events.map((event) => eventFrame('chunk', { bytes: btoa(JSON.stringify({ event })) }));
    expect(await answers({ headers, messages: plain })).toEqual(['InvalidSignatureException']);
  });

  it('is refused in its own words where an event is out of place', async () => {
    expect(await answers(await signedStream([{ textInput: {} }]))).toEqual(['validationException']);
    expect(await answers(await signedStream([{ sessionStart: {} }, { noSuchEvent: {} }]))).toEqual([
      'validationException',
    ]);
  });

  it.each([
    [eventFrame('noise', {}), 'An input event must be of the type chunk.'],
    [eventFrame('chunk', { bytes: 5 }), 'A chunk must hold its bytes in base64.'],
    [eventFrame('chunk', { bytes: btoa('hello') }), 'The bytes of a chunk must be JSON in UTF-8.'],
    [eventFrame('chunk', { bytes: btoa('"\xff"') }), 'The bytes of a chunk must be JSON in UTF-8.'],
    [eventFrame('chunk', { bytes: btoa('1'.repeat(1_000_001)) }), 'A chunk may hold 1000000 bytes at most.'],
  ])('is told what an input event must be: %#', async (frame, message) => {
    const { headers, messages } = await signedFrames([frame]);
    const body = Buffer.concat(messages);
    const response = await createLocalBedrock().fetch(url, { method: 'POST', headers, body });
    expect((await messagesOf(response)).map(readable)).toMatchObject([
      { headers: { ':exception-type': 'validationException' }, payload: { message } },
    ]);
  });

  it('ends cleanly when the client says goodbye early', async () => {
    expect(await answers(await signedStream([]))).toEqual([]);
  });

  it('of a torn message is refused', async () => {
    const { headers, messages } = await signedStream();
    const torn = [...messages.slice(0, 2), (messages[2] ?? new Uint8Array(0)).subarray(0, 30)];
    expect(await answers({ headers, messages: torn })).toEqual(['validationException']);
  });
});
