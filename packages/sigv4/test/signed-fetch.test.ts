// What a signed fetch signs of what it is given, and what it passes on.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSignedFetch, type Fetch } from '../src/index.ts';
import { clock, credentials, lookupSecret, scope, url } from './caller.ts';
import { codes, createService } from './service.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('createSignedFetch', () => {
  it('signs what fetch would send: text, bytes, parameters, a Blob, a form, nothing', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    const form = new FormData();
    form.set('name', 'value');
    for (const [body, type] of [
      ['text', 'text/plain;charset=UTF-8'],
      [new Uint8Array([1, 2, 255]), null],
      [new Uint8Array([1, 2, 255]).buffer, null],
      [new URLSearchParams({ a: 'b c' }), 'application/x-www-form-urlencoded;charset=UTF-8'],
      [new Blob(['blob'], { type: 'text/css' }), 'text/css'],
      [form, expect.stringMatching(/^multipart\/form-data; ?boundary=/)],
    ] as const) {
      const response = await send(url, { method: 'POST', body });
      expect(await response.json()).toEqual({ ok: true });
      expect(service.received.at(-1)?.request.headers.get('content-type')).toEqual(type);
    }
    await send(new URL('?list=1', url));
    expect(codes(service.received)).toEqual(Array.from({ length: 7 }, () => 'ok'));
  });

  it('signs a URL, parameters and init as they were at the call, whatever becomes of them afterwards', async () => {
    for (const given of [credentials, () => Promise.resolve(credentials)]) {
      const service = createService(lookupSecret, clock);
      const send = createSignedFetch({ ...scope, credentials: given, clock, fetch: service.fetch });
      const address = new URL(url);
      const body = new URLSearchParams();
      const init: RequestInit = { method: 'POST', body };
      const sent = (['error', 'follow'] as const).map((redirect) => {
        address.searchParams.set('page', redirect);
        body.set('page', redirect);
        init.redirect = redirect;
        return send(address, init);
      });
      await Promise.all(sent);
      expect(codes(service.received)).toEqual(['ok', 'ok']);
      const seen = service.received.map(({ request, body }) => [
        new URL(request.url).search,
        new TextDecoder().decode(body),
        request.redirect,
      ]);
      expect(seen).toEqual([
        ['?page=error', 'page=error', 'error'],
        ['?page=follow', 'page=follow', 'follow'],
      ]);
    }
  });

  it('signs a Request, and what init says in its place', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    const request = new Request(url, {
      method: 'PUT',
      body: 'from the request',
      headers: { 'x-amz-target': 'A' },
    });
    await send(request.clone());
    // As fetch does: null is no body of its own.
    await send(request.clone(), { body: null });
    await send(request, { method: 'POST', body: 'from init', headers: { 'x-amz-target': 'B' } });
    const seen = service.received.map(({ request: { method, headers }, body, result }) => [
      result.ok,
      method,
      headers.get('x-amz-target'),
      new TextDecoder().decode(body),
    ]);
    expect(seen).toEqual([
      [true, 'PUT', 'A', 'from the request'],
      [true, 'PUT', 'A', 'from the request'],
      [true, 'POST', 'B', 'from init'],
    ]);
  });

  it('passes a Request on to another URL, with its body, its signal and the rest of it, as fetch does', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    const controller = new AbortController();
    const given = new Request('https://front.example/', {
      method: 'PUT',
      body: 'from the request',
      headers: { 'x-amz-target': 'A' },
      redirect: 'manual',
      signal: controller.signal,
    });
    await send(url, given);
    controller.abort();
    const seen = service.received.map(({ request, body, result }) => [
      result.ok,
      request.method,
      request.url,
      request.headers.get('x-amz-target'),
      new TextDecoder().decode(body),
      request.redirect,
      request.signal.aborted,
    ]);
    expect(seen).toEqual([[true, 'PUT', new URL(url).href, 'A', 'from the request', 'manual', true]]);
  });

  it('passes a Request on without its host, which names who received it', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    const given = new Request('https://front.example/', {
      headers: { host: 'front.example', 'cf-ray': '1' },
    });
    await send(url, given);
    await send(new Request(url, given));
    // Who names one means it, for what sends it on.
    await send(url, { headers: { host: 'gateway.example' } });
    expect(
      service.received.map(({ request, result }) => [
        result.ok,
        request.headers.get('host'),
        request.headers.get('cf-ray'),
      ]),
    ).toEqual([
      [true, null, '1'],
      [true, null, '1'],
      [true, 'gateway.example', null],
    ]);
  });

  it('passes a Request on without the session token of who signed it before', async () => {
    const service = createService(lookupSecret, clock);
    const given = new Request('https://front.example/', { headers: { 'x-amz-security-token': 'another' } });
    const options = { ...scope, clock, fetch: service.fetch };
    await createSignedFetch({ ...options, credentials })(url, given);
    await createSignedFetch({ ...options, credentials: { ...credentials, sessionToken: 'own' } })(url, given);
    // Who gives one by hand means it.
    await createSignedFetch({ ...options, credentials })(url, {
      headers: { 'x-amz-security-token': 'given' },
    });
    expect(service.received.map(({ result }) => [result.ok, result.ok && result.sessionToken])).toEqual([
      [true, undefined],
      [true, 'own'],
      [true, 'given'],
    ]);
  });

  // https://github.com/backblaze-b2-samples/cloudflare-b2/pull/28 and https://github.com/mhart/aws4fetch/pull/5
  it('leaves unsigned what the cache behind a Worker of Cloudflare drops, where it is told to', async () => {
    const service = createService(lookupSecret, clock);
    const names = ['if-none-match', 'range'];
    const behindCache: Fetch = (input, init) => {
      const request = new Request(input, init);
      for (const name of names) request.headers.delete(name);
      return service.fetch(request);
    };
    const options = { ...scope, credentials, clock, fetch: behindCache };
    const headers = { 'if-none-match': '"1"', range: 'bytes=0-9' };
    await createSignedFetch(options)(url, new Request('https://front.example/', { headers }));
    await createSignedFetch({ ...options, unsignedHeaders: names })(
      url,
      new Request('https://front.example/', { headers }),
    );
    expect(codes(service.received)).toEqual(['signature-mismatch', 'ok']);
  });

  it('passes a Request on without what belongs to the connection by which it came', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    // As a server receives it of curl with a large body, and of a client that streams.
    const hop = {
      connection: 'keep-alive, TE',
      expect: '100-continue',
      'keep-alive': 'timeout=5',
      'transfer-encoding': 'chunked',
      upgrade: 'h2c',
    };
    const given = new Request('https://front.example/', {
      method: 'PUT',
      body: 'text',
      headers: { ...hop, 'x-amz-target': 'A' },
    });
    await send(url, given);
    const [{ request, result } = expect.fail()] = service.received;
    const left = Object.keys(hop).filter((name) => request.headers.has(name));
    expect([result.ok, left, request.headers.get('x-amz-target')]).toEqual([true, [], 'A']);
  });

  it('sends a key of S3 as it is signed, also that of a Request, with its body and the rest of it', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({
      ...{ service: 's3', region: 'us-east-1' },
      ...{ credentials, clock, fetch: service.fetch },
    });
    const key = 'https://bucket.s3.amazonaws.com/c++(1).txt?a=%2B#part';
    const init = { method: 'PUT', body: 'x', headers: { 'x-amz-meta-a': 'b' }, redirect: 'manual' } as const;
    await send(key, init);
    await send(new Request(key, init));
    await send(new Request(key, init), { body: 'y', headers: { 'x-amz-meta-a': 'c' } });
    expect(
      service.received.map(({ request: { url, method, redirect, headers }, body, result }) => [
        result.ok,
        method,
        url,
        headers.get('x-amz-meta-a'),
        redirect,
        new TextDecoder().decode(body),
      ]),
    ).toEqual(
      ['bx', 'bx', 'cy'].map(([meta, text]) => [
        true,
        'PUT',
        'https://bucket.s3.amazonaws.com/c%2B%2B%281%29.txt?a=%2B',
        meta,
        'manual',
        text,
      ]),
    );
  });

  it('passes on the other members of init', async () => {
    const send = vi.fn(() => Promise.resolve(new Response()));
    await createSignedFetch({ ...scope, credentials, fetch: send })(url, {
      redirect: 'manual',
      keepalive: true,
    });
    expect(send).toHaveBeenCalledWith(
      url,
      expect.objectContaining({ redirect: 'manual', keepalive: true, method: 'GET' }),
    );
  });

  it('looks the global fetch up at each call', async () => {
    const send = createSignedFetch({ ...scope, credentials, clock });
    const service = createService(lookupSecret, clock);
    vi.spyOn(globalThis, 'fetch').mockImplementation(service.fetch);
    expect((await send(url)).status).toBe(200);
  });
});

it('no error of fetch quotes a session token, whatever line breaks and characters came with it', async () => {
  const received: (string | null)[] = [];
  const send = (sessionToken: string) =>
    createSignedFetch({
      ...scope,
      credentials: { ...credentials, sessionToken },
      fetch: (given, init) => {
        received.push(new Request(given, init).headers.get('x-amz-security-token'));
        return Promise.resolve(new Response());
      },
    })(url);
  await send('first/half\r\nsecond/half\n');
  expect(received).toEqual(['first/half second/half']);
  await expect(send('first/half\0')).rejects.toMatchObject({
    code: 'invalid-request',
    message: 'headers.x-amz-security-token: has an invalid name or a NUL',
  });
});

it('follows no redirect, which would take the session token along, unless the call says so', async () => {
  const received: string[] = [];
  const send = createSignedFetch({
    ...scope,
    credentials,
    fetch: (given, init) => {
      received.push(new Request(given, init).redirect);
      return Promise.resolve(new Response());
    },
  });
  await send(url);
  await send(url, {});
  await send(new Request(url));
  await send(url, new Request('https://front.example/'));
  await send(new Request(url, { redirect: 'error' }));
  await send(url, { redirect: 'follow' });
  await send(new Request(url), { redirect: 'follow' });
  expect(received).toEqual(['manual', 'manual', 'manual', 'manual', 'error', 'follow', 'follow']);
});
