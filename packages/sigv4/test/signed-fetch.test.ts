import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AwsCredentials, type CredentialRequest, createSignedFetch, SigV4Error } from '../src/index.ts';
import { createService, type Received } from './service.ts';

const scope = { service: 'dynamodb', region: 'eu-west-1' };
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const url = 'https://dynamodb.eu-west-1.amazonaws.com/';
const start = Date.parse('2026-01-15T12:00:00Z');
const clock = () => new Date(start);
const lookupSecret = (id: string) =>
  id === credentials.accessKeyId ? credentials.secretAccessKey : undefined;
const codes = (received: readonly Received[]) =>
  received.map(({ result }) => (result.ok ? 'ok' : result.code));

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

  it('sends the body of a Request to S3 with its length, without which S3 refuses it', async () => {
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      const { url: path, headers } = request.resume();
      seen.push([path, headers['content-length'], headers['transfer-encoding']]);
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo; // that of a TCP server
    const s3 = { service: 's3', region: 'us-east-1', credentials };
    for (const unsignedPayload of [false, true]) {
      const send = createSignedFetch({ ...s3, unsignedPayload });
      const request = new Request(`http://127.0.0.1:${port}/c++(1)`, { method: 'PUT', body: 'hello' });
      await send(request.clone());
      await send(request, { body: 'hi' });
      await send(new Request(`http://127.0.0.1:${port}/c(1)`));
    }
    const unsigned = createSignedFetch({ ...s3, unsignedPayload: true });
    const body = new Blob(['hello']).stream();
    const init = { method: 'PUT', body, duplex: 'half' } as RequestInit;
    await unsigned(new Request(`http://127.0.0.1:${port}/c++`), init);
    server.close();
    expect(seen).toEqual([
      ['/c%2B%2B%281%29', '5', undefined],
      ['/c%2B%2B%281%29', '2', undefined],
      ['/c(1)', undefined, undefined],
      ['/c++(1)', '5', undefined], // left as it is: its bytes are not at hand
      ['/c%2B%2B%281%29', '2', undefined],
      ['/c(1)', undefined, undefined],
      ['/c++', undefined, 'chunked'],
    ]);
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

  it('refuses a stream, whose bytes it would have to buffer', async () => {
    const send = createSignedFetch({ ...scope, credentials, fetch: vi.fn() });
    const error: unknown = await send(url, { method: 'POST', body: new Blob(['x']).stream() }).catch(
      (reason: unknown) => reason,
    );
    expect(SigV4Error.isInstance(error) && [error.code, error.field]).toEqual(['unsupported-body', 'body']);
  });

  it('sends a stream as it is when its payload is not signed', async () => {
    const service = createService(lookupSecret, clock);
    const send = createSignedFetch({
      ...scope,
      service: 's3',
      credentials,
      clock,
      fetch: service.fetch,
      unsignedPayload: true,
    });
    const body = new Blob(['streamed']).stream();
    // Node asks for this member with a stream, and no type library has it yet.
    const init = { method: 'PUT', body, duplex: 'half' } as RequestInit;
    expect((await send('https://bucket.s3.eu-west-1.amazonaws.com/key', init)).status).toBe(200);
    expect(new TextDecoder().decode(service.received[0]?.body)).toBe('streamed');
    expect(service.received[0]?.request.headers.get('x-amz-content-sha256')).toBe('UNSIGNED-PAYLOAD');
  });
});

/** A service that calls every token expired, and a fetch that leaves bodies unsigned. */
function refused() {
  const refuse = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
  const service = createService(lookupSecret, clock, refuse);
  const send = createSignedFetch({
    ...scope,
    credentials: () => Promise.resolve(credentials),
    clock,
    fetch: service.fetch,
    unsignedPayload: true,
  });
  return { service, send };
}

it('sends the body of a Request unread when its payload is not signed, and never twice', async () => {
  const { service, send } = refused();
  expect((await send(new Request(url, { method: 'PUT', body: 'once' }))).status).toBe(403);
  expect(service.received.map(({ body }) => new TextDecoder().decode(body))).toEqual(['once']);
});

it('sends what is iterated as a body once, as a stream: a second time there would be nothing of it', async () => {
  const { service, send } = refused();
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new TextEncoder().encode('once');
  };
  for (const body of [pieces(), Readable.from([new TextEncoder().encode('once')])]) {
    // Node's fetch takes both, whatever the library of types says.
    const init = { method: 'PUT', body, duplex: 'half' } as unknown as RequestInit;
    expect((await send(url, init)).status).toBe(403);
  }
  expect(service.received.map(({ body }) => new TextDecoder().decode(body))).toEqual(['once', 'once']);
});

describe('a clock that is wrong', () => {
  const ahead = () => new Date(start + 20 * 60_000);

  it('is corrected by that of the service, once, and stays corrected', async () => {
    const service = createService(lookupSecret, ahead);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    expect((await send(url)).status).toBe(200);
    expect((await send(url)).status).toBe(200);
    expect(codes(service.received)).toEqual(['skewed', 'ok', 'ok']);
  });

  it('is corrected for every request that was under way', async () => {
    const service = createService(lookupSecret, ahead);
    const send = createSignedFetch({ ...scope, credentials, clock, fetch: service.fetch });
    const responses = await Promise.all([send(url), send(url), send(url)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('is corrected also when S3 says so in XML', async () => {
    const refuse = ({ result }: Received) =>
      result.ok
        ? undefined
        : new Response('<Error><Code>RequestTimeTooSkewed</Code></Error>', {
            status: 403,
            headers: { date: ahead().toUTCString() },
          });
    const service = createService(lookupSecret, ahead, refuse);
    const send = createSignedFetch({ ...scope, service: 's3', credentials, clock, fetch: service.fetch });
    expect((await send('https://bucket.s3.amazonaws.com/')).status).toBe(200);
  });

  it('is given up on after one more try', async () => {
    const refuse = () =>
      new Response('{"__type":"RequestTimeTooSkewed"}', {
        status: 403,
        headers: { date: new Date(start + received.length * 3_600_000).toUTCString() },
      });
    const { fetch, received } = createService(lookupSecret, ahead, refuse);
    const response = await createSignedFetch({ ...scope, credentials, clock, fetch })(url);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ __type: 'RequestTimeTooSkewed' });
    expect(received).toHaveLength(2);
  });

  it('is not the reason when the clocks agree, or when the answer comes out of a cache', async () => {
    for (const headers of [{ date: clock().toUTCString() }, { date: ahead().toUTCString(), age: '60' }]) {
      const refuse = () =>
        new Response('', {
          status: 403,
          headers: { ...headers, 'x-amzn-errortype': 'InvalidSignatureException:http://x/' },
        });
      const { fetch, received } = createService(lookupSecret, clock, refuse);
      expect((await createSignedFetch({ ...scope, credentials, clock, fetch })(url)).status).toBe(403);
      expect(received).toHaveLength(1);
    }
  });
});

describe('credentials that have expired', () => {
  const provider = () =>
    vi.fn(
      (options?: CredentialRequest): Promise<AwsCredentials> =>
        Promise.resolve({
          ...credentials,
          sessionToken: options?.forceRefresh ? 'new' : 'old',
          expiration: new Date(start + 3_600_000),
        }),
    );
  const expiring = ({ request }: Received) =>
    request.headers.get('x-amz-security-token') === 'new'
      ? undefined
      : new Response('<Error><Code>ExpiredToken</Code></Error>', { status: 400 });

  it('are loaded anew, once, and the request is signed once more', async () => {
    const load = provider();
    const { fetch, received } = createService(lookupSecret, clock, expiring);
    const response = await createSignedFetch({ ...scope, credentials: load, clock, fetch })(url, {
      method: 'POST',
      body: 'x',
    });
    expect(response.status).toBe(200);
    expect(load.mock.calls).toEqual([[], [{ forceRefresh: true }]]);
    expect(received.map(({ request }) => request.headers.get('x-amz-security-token'))).toEqual([
      'old',
      'new',
    ]);
  });

  it('are loaded anew once for all requests that were under way', async () => {
    const load = provider();
    const { fetch } = createService(lookupSecret, clock, expiring);
    const send = createSignedFetch({ ...scope, credentials: load, clock, fetch });
    const responses = await Promise.all([send(url), send(url), send(url)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(load.mock.calls).toEqual([[], [{ forceRefresh: true }]]);
  });

  it('are given up on after one more try', async () => {
    const refuse = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
    const { fetch, received } = createService(lookupSecret, clock, refuse);
    expect((await createSignedFetch({ ...scope, credentials: provider(), clock, fetch })(url)).status).toBe(
      403,
    );
    expect(received).toHaveLength(2);
  });

  it('are final when there is no function to load others', async () => {
    const refuse = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
    const { fetch, received } = createService(lookupSecret, clock, refuse);
    expect((await createSignedFetch({ ...scope, credentials, clock, fetch })(url)).status).toBe(403);
    expect(received).toHaveLength(1);
  });

  it('are loaded once for many requests', async () => {
    const load = provider();
    const { fetch } = createService(lookupSecret, clock);
    const send = createSignedFetch({ ...scope, credentials: load, clock, fetch });
    await Promise.all(Array.from({ length: 50 }, () => send(url)));
    expect(load).toHaveBeenCalledTimes(1);
  });
});

describe('an aborted signal', () => {
  it('ends the wait for credentials', async () => {
    const send = vi.fn();
    const never = () => new Promise<AwsCredentials>(() => undefined);
    const controller = new AbortController();
    const pending = createSignedFetch({ ...scope, credentials: never, fetch: send })(url, {
      signal: controller.signal,
    });
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    expect(send).not.toHaveBeenCalled();
  });

  it('ends the wait for the body of a Request', async () => {
    const send = vi.fn();
    const controller = new AbortController();
    const init = {
      method: 'POST',
      body: new ReadableStream(),
      duplex: 'half' as const,
      signal: controller.signal,
    };
    const pending = createSignedFetch({ ...scope, credentials, fetch: send })(new Request(url, init));
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    expect(send).not.toHaveBeenCalled();
  });

  it('that was aborted before keeps everything from happening', async () => {
    const load = vi.fn(() => Promise.resolve(credentials));
    const send = vi.fn();
    const signal = AbortSignal.abort();
    await expect(
      createSignedFetch({ ...scope, credentials: load, fetch: send })(url, { signal }),
    ).rejects.toBe(signal.reason);
    await expect(
      createSignedFetch({ ...scope, credentials, fetch: send })(new Request(url, { signal })),
    ).rejects.toThrow();
    expect(send).not.toHaveBeenCalled();
  });

  it('reaches fetch', async () => {
    const send = vi.fn(() => Promise.resolve(new Response()));
    const { signal } = new AbortController();
    await createSignedFetch({ ...scope, credentials, fetch: send })(url, { signal });
    expect(send).toHaveBeenCalledWith(url, expect.objectContaining({ signal }));
  });

  it('may be of the package abort-controller, which has no throwIfAborted and no reason', async () => {
    const polyfill = (aborted: boolean): AbortSignal =>
      Object.defineProperties(new EventTarget(), { aborted: { value: aborted } }) as AbortSignal;
    const send = createSignedFetch({ ...scope, credentials, fetch: () => Promise.resolve(new Response()) });
    expect((await send(url, { signal: polyfill(false) })).status).toBe(200);
    await expect(send(url, { signal: polyfill(true) })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a fetch that is not that of the platform', () => {
  const refusal = () => Response.json({ __type: 'ExpiredTokenException' }, { status: 403 });
  const sending = (...answers: Response[]) =>
    createSignedFetch({
      ...scope,
      credentials: () => Promise.resolve(credentials),
      fetch: () => Promise.resolve(answers.shift() ?? new Response('another')),
    });

  it('may give a stream of Node as the body of what is tried again, as node-fetch does', async () => {
    const body = Readable.from(['{}']);
    const send = sending(Object.defineProperty(refusal(), 'body', { value: body }), new Response('done'));
    expect(await (await send(url)).text()).toBe('done');
  });

  it('may have read the error that it gives', async () => {
    const read = refusal();
    await read.text();
    expect(await sending(read)(url)).toBe(read);
  });

  it('gets the members of a Request of another class, such as that of the package undici', async () => {
    const given: unknown[] = [];
    const send = createSignedFetch({
      ...scope,
      credentials,
      fetch: (...sent) => {
        given.push(sent);
        return Promise.resolve(new Response());
      },
    });
    const own = new Request(url, { method: 'PUT', body: 'x', redirect: 'manual' });
    // The getters of a class of its own, without the class that fetch looks for.
    const other = new Proxy({} as unknown as Request, {
      get: (_, name) => {
        const value: unknown = Reflect.get(own, name, own);
        return typeof value === 'function' ? (value as () => unknown).bind(own) : value;
      },
      has: (_, name) => name in own,
    });
    await send(other);
    expect(given).toMatchObject([
      [url, { method: 'PUT', redirect: 'manual', body: new TextEncoder().encode('x'), signal: own.signal }],
    ]);
  });

  it('may have a code of any length and make', async () => {
    const body = `{"code":"${':'.repeat(300_000)}\n"}`;
    const started = performance.now();
    expect((await sending(new Response(body, { status: 400 }))(url)).status).toBe(400);
    expect(performance.now() - started).toBeLessThan(1000);
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
