import { createHash } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import { createSigner, signEventStream } from '../src/index.ts';
import { credentials, events, vectors } from './vectors/bedrock.ts';

const scope = { service: 'bedrock', region: 'us-east-1' };
const priorSignature = vectors.at(-1)?.signature ?? '';
const payloads = events.map(({ payload }) => new Uint8Array(Buffer.from(payload, 'hex')));
const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString(),
  (text) => Buffer.from(text),
);

describe('the messages of a stream', () => {
  it('are signed each over the one before, at once and with a promise', async () => {
    const sync = createSigner({ ...scope, credentials }).eventSigner({ priorSignature });
    const async = createSigner({ ...scope, credentials: () => Promise.resolve(credentials) }).eventSigner({
      priorSignature,
    });
    for (const [index, { date, signature }] of events.entries()) {
      const payload = payloads[index] ?? new Uint8Array();
      const signed = sync.signSync(payload, date);
      expect(signed).toEqual(await async.sign(payload, date));
      expect(signed.signature).toBe(signature);
      expect(signed.body).toBe(payload);
      expect(Buffer.from(signed.headers[':chunk-signature'].value).toString('hex')).toBe(signature);
      expect(signed.headers[':date']).toEqual({ type: 'timestamp', value: date });
    }
  });

  it('keep their order when nobody waits in between', async () => {
    const signer = createSigner({ ...scope, credentials: () => Promise.resolve(credentials) }).eventSigner({
      priorSignature,
    });
    const signed = await Promise.all(
      events.map(({ date }, index) => signer.sign(payloads[index] ?? new Uint8Array(), date)),
    );
    expect(signed.map(({ signature }) => signature)).toEqual(events.map(({ signature }) => signature));
  });

  it('are of the payload as it was given, in memory that may be used again at once', async () => {
    const signer = createSigner({ ...scope, credentials }).eventSigner({ priorSignature });
    const memory = Buffer.from('first');
    const first = signer.sign(memory);
    memory.write('later');
    const { body, stringToSign } = await first;
    expect(Buffer.from(body).toString()).toBe('first');
    expect(stringToSign.split('\n').at(-1)).toBe(createHash('sha256').update('first').digest('hex'));
  });

  it('are signed with the same credentials from first to last, whatever their object says by then', () => {
    const own = { ...credentials };
    const signer = createSigner({ ...scope, credentials: () => own }).eventSigner({
      priorSignature,
      credentials: own,
    });
    own.secretAccessKey = 'renewed';
    const [{ date, signature }] = events;
    expect(signer.signSync(payloads[0] ?? new Uint8Array(), date).signature).toBe(signature);
  });

  // As AWS's own client does it: @aws-sdk/middleware-websocket, EventStreamPayloadHandler.
  it('begin over a WebSocket with the signature of its presigned URL', async () => {
    const date = new Date('2026-11-29T12:00:00Z');
    const options = { service: 'rekognition', region: 'us-east-1', credentials };
    const hostname = 'streaming-rekognition.us-east-1.amazonaws.com';
    const path = '/start-face-liveness-session-websocket';
    const signer = createSigner(options);
    const { signature } = signer.presignSync(
      { url: `wss://${hostname}${path}`, query: { 'session-id': '1' } },
      { expiresIn: 60, signingDate: date },
    );
    const message = signer.eventSigner({ priorSignature: signature }).signSync(new Uint8Array([1]), date);
    const theirs = new SignatureV4({ ...options, sha256: Sha256 });
    const opened = await theirs.presign(
      {
        ...{ method: 'GET', protocol: 'wss:', hostname, path },
        ...{ query: { 'session-id': '1' }, headers: { host: hostname } },
      },
      { expiresIn: 60, signingDate: date },
    );
    expect(signature).toBe(opened.query?.['X-Amz-Signature']);
    const signed = await theirs.signMessage(
      {
        message: { headers: { ':date': { type: 'timestamp', value: date } }, body: new Uint8Array([1]) },
        priorSignature: signature,
      },
      { signingDate: date },
    );
    expect(message.signature).toBe(signed.signature);
  });

  it('come out of the codec of AWS as the frames that AWS sends', async () => {
    const [, end] = events;
    const signer = createSigner({ ...scope, credentials }).eventSigner({
      priorSignature: events[0].signature,
    });
    const { headers, body } = await signer.sign(new Uint8Array(0), end.date);
    const frame = Buffer.from(codec.encode({ headers, body })).toString('hex');
    expect(frame).toBe(
      '0000005300000043f5447a58053a64617465080000019bc186e7c4103a6368756e6b2d7369676e6174757265060020f611d01eb08c7f1f9be538c9d876a56380aef12510585c79067d26634f55f562a38a012a',
    );
  });

  it('are signed once the credentials can be loaded, also if they could not before', async () => {
    const results = [Promise.reject(new Error('offline')), Promise.resolve(credentials)];
    results[0]?.catch(() => undefined);
    const signer = createSigner({
      ...scope,
      credentials: () => results.shift() ?? Promise.reject(new Error('loaded twice')),
    }).eventSigner({ priorSignature });
    const [{ date, signature }] = events;
    const [payload = new Uint8Array()] = payloads;
    const failed = await Promise.allSettled([signer.sign(payload, date), signer.sign(payload, date)]);
    const rejected = { status: 'rejected', reason: new Error('offline') };
    expect(failed).toEqual([rejected, rejected]);
    expect((await signer.sign(payload, date)).signature).toBe(signature);
  });

  it('are all signed with the credentials of the first, or with those that are given', async () => {
    let count = 0;
    const rotating = () =>
      Promise.resolve({
        ...credentials,
        secretAccessKey: `${credentials.secretAccessKey}${count++ || ''}`,
      });
    const rotated = createSigner({ ...scope, credentials: rotating });
    const given = createSigner({ ...scope, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
    for (const signer of [
      rotated.eventSigner({ priorSignature }),
      given.eventSigner({ priorSignature, credentials }),
    ]) {
      for (const [index, { date, signature }] of events.entries()) {
        expect((await signer.sign(payloads[index] ?? new Uint8Array(), date)).signature).toBe(signature);
      }
    }
  });

  it('are not signed at once when the credentials are a function', () => {
    const signer = createSigner({ ...scope, credentials: () => Promise.resolve(credentials) }).eventSigner({
      priorSignature,
    });
    const error: unknown = expect.objectContaining({ code: 'asynchronous', field: 'credentials' });
    expect(() => signer.signSync(new Uint8Array())).toThrow(error);
  });
});

describe('signEventStream', () => {
  it('signs what comes, and the empty message that ends the stream', async () => {
    const times = events.map(({ date }) => date);
    const options = { ...scope, credentials, clock: () => times.shift() ?? new Date(0) };
    const signed = [];
    for await (const event of signEventStream(
      payloads.slice(0, 1),
      createSigner(options).eventSigner({ priorSignature }),
    ))
      signed.push(event);
    expect(signed.map(({ signature }) => signature)).toEqual(events.map(({ signature }) => signature));
    expect(signed.at(-1)?.body).toEqual(new Uint8Array(0));
  });

  it('leaves out an empty payload in between, which would end the stream', async () => {
    const lengths: number[] = [];
    const events = createSigner({ ...scope, credentials }).eventSigner({ priorSignature });
    for await (const { body } of signEventStream(
      [1, 0, 2].map((length) => new Uint8Array(length)),
      events,
    ))
      lengths.push(body.length);
    expect(lengths).toEqual([1, 2, 0]);
  });

  it('leaves out no bytes that come as something else than a Uint8Array', async () => {
    const bodies: unknown[] = [];
    const events = createSigner({ ...scope, credentials }).eventSigner({ priorSignature });
    const buffer = Uint8Array.of(1, 2).buffer as unknown as Uint8Array; // JavaScript may pass one
    for await (const { body } of signEventStream([buffer], events)) bodies.push(body);
    expect(bodies).toEqual([Uint8Array.of(1, 2), new Uint8Array(0)]);
  });
});
