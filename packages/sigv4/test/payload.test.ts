import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  hashBody,
  presignSync,
  type RequestBody,
  sign,
  signSync,
  type SigningOptions,
} from '../src/index.ts';

const options = {
  service: 'execute-api',
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
};
const url = 'https://example.com/';
const hashOf = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const signedHash = (body: RequestBody, more?: SigningOptions & { service?: string }) =>
  signSync({ method: 'POST', url, body }, { ...options, ...more })
    .canonicalRequest.split('\n')
    .at(-1);

describe('the body', () => {
  const bytes = new Uint8Array([0, 1, 2, 250, 251, 252]);

  it('as bytes in any form is hashed and sent as it is', () => {
    for (const body of [
      bytes,
      bytes.buffer,
      new DataView(bytes.buffer),
      new Uint16Array(bytes.buffer),
      Buffer.from(bytes),
    ]) {
      expect(signedHash(body)).toBe(hashOf(bytes));
      expect(signSync({ url, body }, options).body).toBe(body);
    }
  });

  it('as a view is hashed within its bounds', () => {
    expect(signedHash(new Uint8Array(bytes.buffer, 1, 3))).toBe(hashOf(bytes.subarray(1, 4)));
    expect(signedHash(new DataView(bytes.buffer, 1, 3))).toBe(hashOf(bytes.subarray(1, 4)));
  });

  it('as text is hashed as the UTF-8 that fetch sends', () => {
    expect(signSync({ method: 'POST', url, body: 'é' }, options).body).toBe('é');
    expect(signedHash('é')).toBe(hashOf(Buffer.from('c3a9', 'hex')));
  });

  it('that is none has the hash of nothing, and is not sent', () => {
    for (const body of [undefined, null]) {
      expect(signedHash(body)).toBe(hashOf(''));
      expect('body' in signSync({ url, body }, options)).toBe(false);
    }
    expect(signedHash('')).toBe(hashOf(''));
  });

  it('as parameters, a Blob or a form is signed with a promise, with the content type of fetch', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'a.txt');
    for (const [body, type] of [
      [new URLSearchParams({ a: 'b c' }), 'application/x-www-form-urlencoded;charset=UTF-8'],
      [new Blob(['x'], { type: 'text/css' }), 'text/css'],
      [form, /^multipart\/form-data; ?boundary=/],
    ] as const) {
      const signed = await sign({ method: 'POST', url, body }, options);
      expect(signed.headers['content-type']).toMatch(type);
      expect(signed.canonicalRequest).toContain(`\ncontent-type:${signed.headers['content-type'] ?? ''}\n`);
      expect(signed.canonicalRequest.split('\n').at(-1)).toBe(hashOf(signed.body as Uint8Array)); // serialised
    }
    const given = await sign(
      { method: 'POST', url, body: new Blob(['x'], { type: 'a/b' }), headers: { 'Content-Type': 'c/d' } },
      options,
    );
    expect(given.headers['content-type']).toBe('c/d');
  });

  it('as parameters, a Blob or a form is known also without a tag, as in a Worker with an early compatibility date', async () => {
    const form = new FormData();
    for (const given of [new URLSearchParams({ a: 'b' }), new Blob(['x']), form]) {
      const body = Object.defineProperty(given, Symbol.toStringTag, { value: undefined });
      const signed = await sign({ method: 'POST', url, body }, options);
      expect(signed.canonicalRequest.split('\n').at(-1)).toBe(hashOf(signed.body as Uint8Array)); // serialised
    }
  });

  it('as a Blob of another class, such as that of jsdom, is signed by its bytes', async () => {
    const own = new Blob(['x'], { type: 'text/css' });
    // What a Blob has, without the class that a Response looks for.
    const body = {
      type: own.type,
      arrayBuffer: () => own.arrayBuffer(),
      slice: () => own,
    } as unknown as Blob;
    const signed = await sign({ method: 'POST', url, body }, options);
    expect(signed.body).toEqual(new TextEncoder().encode('x'));
    expect(signed.headers['content-type']).toBe('text/css');
  });

  it('that is an object, in JavaScript, is refused by what a body may be', async () => {
    const body = { TableName: 'orders' } as unknown as RequestBody; // the types refuse it
    const message =
      'body: must be text or bytes; for a Blob use sign, for a stream set payloadHash or unsignedPayload';
    expect(() => signSync({ method: 'POST', url, body }, options)).toThrow(message);
    await expect(sign({ method: 'POST', url, body }, options)).rejects.toThrow(message);
  });

  it('has a hash of its own, by which it can be signed', async () => {
    const large = new Uint8Array(100_000).fill(7);
    for (const body of ['text', bytes, bytes.buffer, large])
      expect(await hashBody(body)).toBe(hashOf(typeof body === 'string' ? body : new Uint8Array(body)));
    expect(await hashBody(undefined)).toBe(hashOf(''));
    await expect(hashBody(new Blob(['x']))).rejects.toMatchObject({ code: 'unsupported-body' });
  });

  it('that is large has the same hash, at once and with a promise', async () => {
    const large = new Uint8Array(100_000).fill(7);
    const request = { method: 'POST', url, body: large };
    const [now, later] = [signSync(request, options), await sign(request, options)];
    expect(now.canonicalRequest.split('\n').at(-1)).toBe(hashOf(large));
    expect(later.canonicalRequest.split('\n').at(-1)).toBe(hashOf(large));
  });
});

describe('what stands for the body', () => {
  it('is the word for an unsigned payload, which is then sent as a header', () => {
    const stream = new Blob(['x']).stream();
    const signed = signSync({ method: 'PUT', url, body: stream }, { ...options, unsignedPayload: true });
    expect(signed.canonicalRequest.split('\n').at(-1)).toBe('UNSIGNED-PAYLOAD');
    expect(signed.headers['x-amz-content-sha256']).toBe('UNSIGNED-PAYLOAD');
    expect(signed.body).toBe(stream);
  });

  it('is any other word of AWS, which the service is told of as well', () => {
    const stream = new Blob(['x']).stream();
    for (const payloadHash of [
      'STREAMING-AWS4-HMAC-SHA256-EVENTS',
      'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER',
    ]) {
      const signed = signSync({ method: 'POST', url, body: stream }, { ...options, payloadHash });
      expect(signed.canonicalRequest.split('\n').at(-1)).toBe(payloadHash);
      expect(signed.canonicalRequest).toContain(`\nx-amz-content-sha256:${payloadHash}\n`);
      expect(signed.headers['x-amz-content-sha256']).toBe(payloadHash);
    }
  });

  it('is the hash that is given, as an option or as a header', () => {
    const hash = hashOf('anything');
    expect(signedHash(new Blob(['anything']).stream(), { payloadHash: hash })).toBe(hash);
    const signed = signSync({ url, body: 'other', headers: { 'X-Amz-Content-Sha256': hash } }, options);
    expect(signed.canonicalRequest.split('\n').at(-1)).toBe(hash);
    expect(signed.canonicalRequest).toContain(`\nx-amz-content-sha256:${hash}\n`);
  });

  it('is refused where it is a promise, most often that of hashBody, or empty', async () => {
    for (const given of [hashBody('x'), '', 7]) {
      const payloadHash = given as string; // the types refuse all but the empty text
      const refusal = expect.objectContaining({
        code: 'invalid-option',
        message: 'payloadHash: is no text, or empty',
      }) as Error;
      expect(() => signSync({ url, body: 'x' }, { ...options, payloadHash })).toThrow(refusal);
      await expect(sign({ url, body: 'x' }, { ...options, payloadHash })).rejects.toThrow(refusal);
      expect(() => presignSync({ url, body: 'x' }, { ...options, payloadHash })).toThrow(refusal);
    }
  });

  it('is sent as a header to the services that require it, or on request', () => {
    const header = (more: SigningOptions & { service?: string }) =>
      signSync({ url, body: 'x' }, { ...options, ...more }).headers['x-amz-content-sha256'];
    for (const service of ['s3', 's3express', 's3-outposts', 's3-object-lambda', 'glacier', 'aoss'])
      expect(header({ service })).toBe(hashOf('x'));
    for (const service of ['bedrock', 'dynamodb', 'sts', 's3tables'])
      expect(header({ service })).toBeUndefined();
    expect(header({ signBody: true })).toBe(hashOf('x'));
    expect(header({ service: 's3', signBody: false })).toBeUndefined();
  });
});
